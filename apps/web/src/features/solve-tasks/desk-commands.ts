import type { ChallengeView } from "./challenge/use-challenge-frame";
import type { Command } from "./command-keys";
import { leaseKey } from "./lease-key";
import { markAnswerSent } from "./paint-marks";
import { changeSetting, type PictureSetting } from "./picture-setting";
import type { SketchDesk } from "./sketch/sketch-region";
import { sketchOnScreen } from "./sketch/task-sketch";
import { runSound } from "./sound/run-sound";
import type { WorkDesk } from "./work-desk";
import { taskOnScreen, type WorkSession } from "./work-session";

export interface DeskCommands {
  /** `byKey`: a key asks for more than a button that says what it does. */
  run(command: Command, byKey?: boolean): void;
  /** `pressedAtMs`: the time of the key, on the page's own time line. */
  send(pressedAtMs: number): void;
  /** While the task on the screen is answered on its picture. */
  sketchDesk: SketchDesk | null;
}

/** What the buttons and keys of the work screen do. */
export function deskCommands(
  desk: WorkDesk,
  session: WorkSession,
  setting: PictureSetting,
  setSetting: (setting: PictureSetting) => void,
  challenge: ChallengeView | null,
): DeskCommands {
  const task = taskOnScreen(session);
  const sketch = sketchOnScreen(session);
  const marked = (pressedAtMs: number, type: "answer" | "no_match") => {
    desk.dispatch({ type });
    const sent = desk.getSession().sent;
    if (task !== null && sent?.key === leaseKey(task)) markAnswerSent(sent.key, pressedAtMs);
  };
  const send = (pressedAtMs: number) => marked(pressedAtMs, "answer");
  const undo = () => desk.dispatch({ type: "undo" });
  const noMatch = () => marked(performance.now(), "no_match");
  const run = (command: Command, byKey = false) => {
    switch (command) {
      case "pass":
      case "unreadable":
      case "take_back":
      case "key_refused":
      case "domain_refused":
      case "value_expired":
      case "widget_failed":
        return desk.dispatch({ type: command });
      case "open_again":
        return challenge?.openAgain();
      case "report_content":
        return desk.dispatch({ type: command, confirmed: !byKey });
      case "pause":
        return desk.dispatch({ type: session.stage === "paused" ? "resume" : "pause" });
      case "undo":
        return undo();
      case "no_match":
        return noMatch();
      case "play":
      case "replay":
      case "slower":
      case "faster":
        return runSound(command);
      default:
        return setSetting(changeSetting(setting, command));
    }
  };
  const sketchDesk =
    task === null || sketch === null
      ? null
      : {
          task,
          sketch,
          mark: (mark: Parameters<SketchDesk["mark"]>[0]) => desk.dispatch({ type: "mark", mark }),
          undo,
          noMatch,
          send,
        };
  return { run, send, sketchDesk };
}
