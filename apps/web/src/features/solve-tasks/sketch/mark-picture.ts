import { answerBreach } from "@sightline/contract/answer-breach";
import type { Solution } from "@sightline/contract/answers";
import type { Assignment } from "@sightline/contract/work";
import { leaseKey } from "../lease-key";
import { type Notice, taskOnScreen, type WorkSession } from "../work-session";
import { applyMark, type Mark, undoMark } from "./apply-mark";
import { type Sketch, writeSketch } from "./sketch";
import { sketchSolution } from "./sketch-solution";
import { countPictures, sketchOnScreen } from "./task-sketch";

/** The session after a mark on the picture, or after the last one was undone. */
export function markPicture(session: WorkSession, mark: Mark | "undo", nowMs: number): WorkSession {
  const task = taskOnScreen(session);
  const sketch = sketchOnScreen(session);
  if (task === null || sketch === null || session.stage !== "working") return session;
  const limits = { clicksMax: task.hints.maxClicks };
  const next = mark === "undo" ? undoMark(sketch) : applyMark(sketch, mark, limits);
  if (next === sketch)
    return mark === "undo" ? session : { ...session, notice: noRoom(mark, session.notice) };
  return {
    ...session,
    field: { text: writeSketch(next), of: leaseKey(task) },
    typedAtMs: nowMs,
    shown: { ...session.shown, typedSince: true },
    reportArmed: null,
    notice: session.notice?.kind === "breach" || session.notice?.kind === "gone" ? null : session.notice,
  };
}

/** Why a mark was not taken. The others that change nothing, such as a turn at its end, explain themselves. */
function noRoom({ mark }: Mark, notice: Notice | null): Notice | null {
  if (mark === "close") return { kind: "breach", breach: "open_area" };
  return mark === "cell" || mark === "place" ? { kind: "breach", breach: "too_many" } : notice;
}

export type Sending =
  | { ready: true; solution: Solution }
  /** Enter finishes the part that is being made before it sends the whole. */
  | { ready: false; mark: Mark }
  | { ready: false; notice: Notice };

/** What Enter means for the sketch as it stands. */
export function sendSketch(task: Assignment, sketch: Sketch): Sending {
  if (sketch.shape === "areas" && sketch.open.length > 0) {
    return sketch.open.length < 3
      ? { ready: false, notice: { kind: "breach", breach: "open_area" } }
      : { ready: false, mark: { mark: "close" } };
  }
  if (sketch.shape === "boxes" && sketch.corner !== null) {
    return { ready: false, notice: { kind: "breach", breach: "open_box" } };
  }
  if (sketch.shape === "angles" && sketch.at < sketch.turns.length - 1) {
    return { ready: false, mark: { mark: "picture", at: sketch.at + 1 } };
  }
  const solution = sketchSolution(sketch, task.hints.angle);
  if (solution === null) return { ready: false, notice: { kind: "breach", breach: "too_few" } };
  return checkSolution(task, solution);
}

/** A solution as it may be sent, or why it may not. */
export function checkSolution(task: Assignment, solution: Solution): Sending {
  const { kind, hints: params, widthPx, heightPx } = task;
  const breach = answerBreach({ kind, params, widthPx, heightPx, pictures: countPictures(task) }, solution);
  return breach === null ? { ready: true, solution } : { ready: false, notice: { kind: "breach", breach } };
}
