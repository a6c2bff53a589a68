import { TAKE_BACK_MS } from "@sightline/contract/task-kinds";
import type { ActOutcome, Assignment, WorkAct } from "@sightline/contract/work";
import { layOutTasks } from "./lay-out-tasks";
import type { LeaseKey } from "./lease-key";
import { sketchShape, writeSketch } from "./sketch/sketch";
import { sketchOfSolution } from "./sketch/sketch-solution";
import { countPictures } from "./sketch/task-sketch";
import type { WorkSession } from "./work-session";

/**
 * The server's word on one act. Late answers are said to be late; an answer that cannot be taken comes back to the
 * screen with its text, and what was begun for the next picture waits as its draft.
 */
export function takeActResult(
  session: WorkSession,
  key: LeaseKey,
  outcome: ActOutcome,
  nowMs: number,
): WorkSession {
  const entry = session.acted.find((acted) => acted.key === key);
  if (outcome === "done") return startTakeBackTime(session, key, nowMs);
  const sent = session.sent?.key === key ? null : session.sent;
  if (entry === undefined || entry.act.act !== "answer") return { ...session, sent };
  const { act, task } = entry;
  const late = outcome === "lease_ended" || outcome === "not_yours";
  if (late || task === null || session.stage !== "working") {
    return { ...session, sent, notice: { kind: "too_late", text: act.text ?? "" } };
  }
  const acted = session.acted.filter((other) => other.key !== key);
  const drafts = new Map(session.drafts).set(key, fieldText(task, act));
  const returned = layOutTasks({ ...session, sent, acted, drafts }, [task, ...session.tasks], nowMs, false);
  return { ...returned, notice: { kind: "refused", outcome } };
}

function startTakeBackTime(session: WorkSession, key: LeaseKey, nowMs: number): WorkSession {
  if (session.sent?.key !== key) return session;
  return { ...session, sent: { ...session.sent, untilMs: nowMs + TAKE_BACK_MS } };
}

/** What the field held when this answer was sent. */
function fieldText(task: Assignment, { text, solution }: Extract<WorkAct, { act: "answer" }>): string {
  const shape = sketchShape(task.kind);
  if (solution === undefined || shape === null) return text ?? "";
  return writeSketch(sketchOfSolution(solution, shape, countPictures(task), task.hints.angle));
}
