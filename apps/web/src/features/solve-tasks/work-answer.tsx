import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { AnswerField } from "./answer-field";
import { ChallengeBar } from "./challenge/challenge-bar";
import type { ChallengeView } from "./challenge/use-challenge-frame";
import type { Command, CommandKeys } from "./command-keys";
import { HintChips } from "./hint-chips";
import { hintList } from "./hint-list";
import { isWrittenSketch } from "./sketch/sketch";
import { SketchBar } from "./sketch/sketch-bar";
import { sketchChips } from "./sketch/sketch-chips";
import type { SketchDesk } from "./sketch/sketch-region";
import { sketchStatus } from "./sketch/sketch-status";
import { isOldText, taskOnScreen, type WorkSession } from "./work-session";

export interface WorkAnswerProps {
  session: WorkSession;
  /** While the task on the screen is answered on its picture. */
  desk: SketchDesk | null;
  /** While it is a live challenge. */
  challenge: ChallengeView | null;
  keys: CommandKeys;
  run: (command: Command) => void;
  focus: RefObject<HTMLElement | null>;
  describedBy: string;
  onType: (text: string) => void;
  onSend: (pressedAtMs: number) => void;
}

/** Under the picture: what the answer must be, and the field or the buttons by which it is given. */
export function WorkAnswer(props: WorkAnswerProps) {
  const { session, desk, challenge, keys, focus, describedBy, onType, onSend } = props;
  const { t } = useTranslation("work");
  const task = taskOnScreen(session);
  const payMicros = task?.payMicros ?? null;
  if (challenge !== null) return <ChallengeBar view={challenge} keys={keys} run={props.run} />;
  if (desk !== null) {
    const { hints, kind } = desk.task;
    return (
      <>
        <HintChips
          chips={sketchChips(kind, hints, desk.sketch)}
          note={undefined}
          status={sketchStatus(desk.sketch, hints.angle, t)}
          payMicros={payMicros}
        />
        <SketchBar desk={desk} keys={keys} />
      </>
    );
  }
  // A reload may bring marks along before their picture is there again.
  const text = isWrittenSketch(session.field.text) ? "" : session.field.text;
  return (
    <>
      <HintChips
        chips={hintList(task?.hints ?? {}, text)}
        note={task?.hints.textinstructions}
        status={null}
        payMicros={payMicros}
      />
      <AnswerField
        focus={focus}
        text={text}
        old={isOldText(session)}
        invalid={session.notice?.kind === "breach"}
        placeholder={t(PLACEHOLDERS[task?.kind === "text" || task?.kind === "audio" ? task.kind : "image"])}
        lang={task?.hints.lang}
        describedBy={describedBy}
        onType={onType}
        onSend={onSend}
      />
    </>
  );
}

const PLACEHOLDERS = {
  image: "field.placeholder",
  text: "field.placeholderText",
  audio: "field.placeholderAudio",
} as const;
