import type { Solution } from "@sightline/contract/answers";
import type { WidgetAct } from "@sightline/contract/widget-acts";
import type {
  ActOutcome,
  Assignment,
  FloorFigures,
  WithdrawReason,
  WorkAct,
  WorkEvent,
} from "@sightline/contract/work";
import { type LeaseKey, leaseKey } from "./lease-key";
import type { Mark } from "./sketch/apply-mark";
import { sketchShape } from "./sketch/sketch";

/**
 * What the work screen knows, as plain data. `stepSession` (step-session.ts) is the only thing that makes a new
 * one, from the old one and one input; it never reads a clock, a network or a page, so every scenario is a table.
 *
 *   working --pause--> paused --resume--> working
 *   working --seat_taken--> elsewhere --work_here--> working
 *   any --logged_out--> logged_out --resume, after logging in again--> working
 *
 * `tasks[0]` is on the screen, whatever the server calls it: an answer shows the next picture at once, and the
 * server's word about its clock follows (`start`).
 */
export interface WorkSession {
  readonly stage: "working" | "paused" | "elsewhere" | "logged_out";
  readonly link: "opening" | "live" | "cut";
  readonly tasks: readonly Assignment[];
  readonly field: Field;
  /** Texts of tasks that are held but not on the screen, after an answer came back to it. */
  readonly drafts: ReadonlyMap<LeaseKey, string>;
  /** The latest acts, newest last: a hello that was made before them must not bring their tasks back. */
  readonly acted: readonly ActedTask[];
  /** The last answer, while it can still be taken back. */
  readonly sent: SentAnswer | null;
  /** The answer whose taking back awaits the server's word. It is on the screen already. */
  readonly takingBack: LeaseKey | null;
  readonly shown: Shown;
  readonly typedAtMs: number;
  readonly notice: Notice | null;
  /** The task whose content report waits for its second press. */
  readonly reportArmed: { key: LeaseKey; atMs: number } | null;
  /** Acts that the server has not confirmed yet. */
  readonly waiting: number;
  readonly figures: FloorFigures | null;
  /** What came of the last task of training or exam. */
  readonly lesson: Extract<WorkEvent, { type: "lesson" }> | null;
}

/**
 * The answer field. `of` says which task its text was typed for, null when none was on the screen. Text of a task
 * that has gone stays in view and is never sent for another picture: the next key replaces it. For kinds that are
 * answered on the picture, the text is the sketch in writing (sketch/sketch.ts), which goes with its picture.
 */
export interface Field {
  readonly text: string;
  readonly of: LeaseKey | null;
}

export interface ActedTask {
  readonly key: LeaseKey;
  /** Null for an act that an earlier load of the page left in the outbox: its picture cannot come back. */
  readonly task: Assignment | null;
  readonly act: WorkAct;
}

export interface SentAnswer {
  readonly key: LeaseKey;
  /** What the field held. */
  readonly text: string;
  /** End of the time to take it back, by this machine's clock; null while the server has not confirmed it. */
  readonly untilMs: number | null;
}

/** When the picture on the screen changed last, and whether the person had asked for it. */
export interface Shown {
  readonly atMs: number;
  readonly asked: boolean;
  /** Another picture was there a moment before, so a key pressed right now may be meant for that one. */
  readonly sudden: boolean;
  readonly typedSince: boolean;
  /** The person was in the middle of typing when the picture changed under their hands. */
  readonly interrupted: boolean;
}

/** What the line under the field says. One at a time, the latest wins. */
export type Notice =
  | { kind: "sent"; text: string }
  | { kind: "sent_marks"; solution: Solution }
  | { kind: "breach"; breach: ActOutcome | "open_area" | "open_box" }
  | { kind: "unsendable" }
  | { kind: "gone"; reason: WithdrawReason; text: string }
  | { kind: "too_late"; text: string }
  | { kind: "refused"; outcome: ActOutcome }
  | { kind: "picture_changed" }
  | { kind: "old_text" }
  | { kind: "confirm_report" }
  | { kind: "taking_back" }
  | { kind: "taken_back" }
  | { kind: "stands"; text: string }
  | { kind: "outbox_full" };

export type SessionInput =
  | WorkEvent
  | { type: "link"; link: WorkSession["link"] }
  | { type: "logged_out" }
  | { type: "typed"; text: string }
  | { type: "mark"; mark: Mark }
  | { type: "undo" }
  | { type: "answer" }
  /** "Nothing on this picture matches", where the customer allows that answer. */
  | { type: "no_match" }
  /** A challenge's widget gave its token. */
  | { type: "solved"; key: LeaseKey; token: string; userAgent: string; respKey: string | undefined }
  /** The widget says to its owner that the key is wrong here, or that the one-time value is too old. */
  | { type: WidgetAct }
  | { type: "pass" }
  | { type: "unreadable" }
  /** `confirmed`: asked by a button that says what it does; a key asks for a second press. */
  | { type: "report_content"; confirmed: boolean }
  | { type: "take_back" }
  | { type: "taken_back"; key: LeaseKey; leaseUntilMs: number | null; text: string }
  | { type: "take_back_refused"; key: LeaseKey }
  | { type: "take_back_over"; key: LeaseKey }
  | { type: "pause" }
  | { type: "resume" }
  | { type: "work_here" }
  | { type: "act_result"; key: LeaseKey; outcome: ActOutcome }
  | { type: "waiting"; count: number }
  | { type: "time_up"; key: LeaseKey };

/** What the session asks of the world; work-desk.ts does it. */
export type Order =
  | { type: "send"; act: WorkAct }
  | { type: "take_back"; key: LeaseKey; act: WorkAct }
  | { type: "give_back" }
  | { type: "open"; takeOver: boolean }
  | { type: "close" };

export interface Step {
  readonly session: WorkSession;
  readonly orders: readonly Order[];
}

/** The session of a page that was just opened; both arguments are what an earlier load of it left behind. */
export function newSession(
  field: Field = { text: "", of: null },
  unsent: readonly WorkAct[] = [],
): WorkSession {
  return {
    stage: "working",
    link: "opening",
    tasks: [],
    field,
    drafts: new Map(),
    acted: unsent.map((act) => ({ key: leaseKey(act), task: null, act })),
    sent: null,
    takingBack: null,
    shown: { atMs: 0, asked: false, sudden: false, typedSince: false, interrupted: false },
    typedAtMs: Number.NEGATIVE_INFINITY,
    notice: null,
    reportArmed: null,
    waiting: unsent.length,
    figures: null,
    lesson: null,
  };
}

/** The task on the screen, or null while there is none. */
export function taskOnScreen(session: WorkSession): Assignment | null {
  return session.tasks[0] ?? null;
}

/** A task's text in the words of a notice: marks on a picture are not words. */
export function textInWords(task: Assignment, text: string): string {
  return sketchShape(task.kind) === null ? text.trim() : "";
}

/** Whether the field shows text of a picture that is no longer on the screen. */
export function isOldText(session: WorkSession): boolean {
  const { field } = session;
  if (field.of === null || field.text.trim() === "") return false;
  const task = taskOnScreen(session);
  return task === null || leaseKey(task) !== field.of;
}
