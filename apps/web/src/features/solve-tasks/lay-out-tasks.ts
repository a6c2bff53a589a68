import type { Assignment } from "@sightline/contract/work";
import { type LeaseKey, leaseKey } from "./lease-key";
import { isWrittenSketch, sketchShape } from "./sketch/sketch";
import { type Field, type Shown, taskOnScreen, type WorkSession } from "./work-session";

/** A key pressed this long ago means that the person is still typing. */
const TYPING_MS = 1_500;
/** After this long without a picture no key can be meant for the one before. */
const CALM_MS = 1_000;

/**
 * The session with `tasks` on the desk, first one on the screen. When that one changes, the field and the guard
 * against hasty keys follow: text of a task that is still held becomes its draft, text of a task that has gone
 * stays in view as old text unless the person sent the task away (`asked`), and text that was typed while nothing
 * was on the screen belongs to what comes first. Marks on a picture are nothing without it: they go with it.
 */
export function layOutTasks(
  session: WorkSession,
  tasks: readonly Assignment[],
  nowMs: number,
  asked: boolean,
): WorkSession {
  const before = taskOnScreen(session);
  const after = tasks[0] ?? null;
  const afterKey = after === null ? null : leaseKey(after);
  if (afterKey === (before === null ? null : leaseKey(before))) return { ...session, tasks };
  const drafts = keepDrafts(session, tasks);
  const draft = afterKey === null ? undefined : drafts.get(afterKey);
  if (afterKey !== null) drafts.delete(afterKey);
  return {
    ...session,
    tasks,
    drafts,
    field: draft === undefined ? nextField(session.field, after, asked) : { text: draft, of: afterKey },
    shown: nextShown(session, nowMs, asked),
    reportArmed: null,
  };
}

function keepDrafts(session: WorkSession, tasks: readonly Assignment[]): Map<LeaseKey, string> {
  const held = new Set(tasks.map(leaseKey));
  const drafts = new Map([...session.drafts].filter(([key]) => held.has(key)));
  const { text, of } = session.field;
  if (of !== null && held.has(of) && text !== "") drafts.set(of, text);
  return drafts;
}

function nextField(field: Field, after: Assignment | null, asked: boolean): Field {
  const afterKey = after === null ? null : leaseKey(after);
  if (asked || field.text === "") return { text: "", of: afterKey };
  // After a reload: the field came before its task.
  if (field.of !== null && field.of === afterKey) return field;
  if (isWrittenSketch(field.text) || (after !== null && sketchShape(after.kind) !== null)) {
    return { text: "", of: afterKey };
  }
  return field.of === null ? { text: field.text, of: afterKey } : field;
}

function nextShown(session: WorkSession, nowMs: number, asked: boolean): Shown {
  const { field, shown, tasks, typedAtMs } = session;
  const typing = field.text !== "" && nowMs - typedAtMs < TYPING_MS;
  // Letters that spill over while nothing is on the screen still belong to the interrupted word.
  const forPicture = field.of !== null || (tasks.length === 0 && shown.interrupted);
  const sudden = tasks.length > 0 || nowMs - shown.atMs < CALM_MS;
  return { atMs: nowMs, asked, sudden, typedSince: false, interrupted: !asked && typing && forPicture };
}
