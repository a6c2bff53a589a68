import { layOutTasks } from "./lay-out-tasks";
import { leaseKey } from "./lease-key";
import { markPicture } from "./sketch/mark-picture";
import { sketchOnScreen } from "./sketch/task-sketch";
import { takeActResult } from "./take-act-result";
import { confirmTakenBack, refuseTakeBack, takeBackAnswer } from "./take-back-answer";
import { answerByToken, answerNoMatch, answerTask, dismissTask, reportContent } from "./take-person-act";
import { takeWorkEvent, withdrawTask } from "./take-work-event";
import {
  type Notice,
  type SessionInput,
  type Step,
  taskOnScreen,
  textInWords,
  type WorkSession,
} from "./work-session";

/** The next session and what it asks of the world. `nowMs` is this machine's clock. */
export function stepSession(session: WorkSession, input: SessionInput, nowMs: number): Step {
  switch (input.type) {
    case "hello":
    case "assign":
    case "start":
    case "withdraw":
    case "floor":
    case "lesson":
    case "seat_taken":
      return takeWorkEvent(session, input, nowMs);
    case "answer":
      return answerTask(session, nowMs);
    case "no_match":
      return answerNoMatch(session, nowMs);
    case "solved":
      return answerByToken(session, input, nowMs);
    case "pass":
    case "unreadable":
    case "key_refused":
    case "domain_refused":
    case "value_expired":
    case "widget_failed":
      return dismissTask(session, input.type, nowMs);
    case "report_content":
      return reportContent(session, input.confirmed, nowMs);
    case "take_back":
      return takeBackAnswer(session, nowMs);
    case "pause":
      return pause(session, nowMs);
    case "resume":
      return reopen(session, ["paused", "logged_out"], false);
    case "work_here":
      return reopen(session, ["elsewhere"], true);
    case "logged_out":
      return logOut(session, nowMs);
    default:
      return { session: stepQuietly(session, input, nowMs), orders: [] };
  }
}

type QuietInput = Extract<
  SessionInput,
  {
    type:
      | "link"
      | "typed"
      | "mark"
      | "undo"
      | "taken_back"
      | "take_back_refused"
      | "take_back_over"
      | "act_result"
      | "waiting"
      | "time_up";
  }
>;

function stepQuietly(session: WorkSession, input: QuietInput, nowMs: number): WorkSession {
  switch (input.type) {
    case "link":
      return session.stage === "working" ? { ...session, link: input.link } : session;
    case "typed":
      return type(session, input.text, nowMs);
    case "mark":
      return markPicture(session, input.mark, nowMs);
    case "undo":
      return markPicture(session, "undo", nowMs);
    case "taken_back":
      return confirmTakenBack(session, input.key, input.leaseUntilMs);
    case "take_back_refused":
      return refuseTakeBack(session, input.key, nowMs);
    case "take_back_over":
      return endTakeBackTime(session, input.key);
    case "act_result":
      return takeActResult(session, input.key, input.outcome, nowMs);
    case "waiting":
      return { ...session, waiting: input.count };
    case "time_up":
      return withdrawTask(session, input.key, "lease_ended", nowMs);
  }
}

function type(session: WorkSession, text: string, nowMs: number): WorkSession {
  const task = taskOnScreen(session);
  if (sketchOnScreen(session) !== null) return session;
  return {
    ...session,
    field: { text, of: task === null ? null : leaseKey(task) },
    typedAtMs: nowMs,
    shown: { ...session.shown, typedSince: true },
    reportArmed: null,
    notice: outlivesTyping(session.notice) ? session.notice : null,
  };
}

/** A notice about the field is answered by typing; one about an earlier answer is not. */
function outlivesTyping(notice: Notice | null): boolean {
  switch (notice?.kind) {
    case "sent":
    case "sent_marks":
    case "too_late":
    case "stands":
    case "taking_back":
      return true;
    default:
      return false;
  }
}

function endTakeBackTime(session: WorkSession, key: WorkSession["takingBack"]): WorkSession {
  if (session.sent?.key !== key || session.takingBack !== null) return session;
  return { ...session, sent: null, notice: isSentNotice(session.notice) ? null : session.notice };
}

function isSentNotice(notice: Notice | null): boolean {
  return notice?.kind === "sent" || notice?.kind === "sent_marks";
}

function pause(session: WorkSession, nowMs: number): Step {
  if (session.stage !== "working") return { session, orders: [] };
  const empty = layOutTasks(session, [], nowMs, false);
  const task = taskOnScreen(session);
  const text = task === null ? session.field.text.trim() : textInWords(task, session.field.text);
  const notice: Notice | null = text === "" ? null : { kind: "gone", reason: "given_back", text };
  return {
    session: { ...empty, stage: "paused", link: "opening", takingBack: null, sent: null, notice },
    orders: [{ type: "give_back" }],
  };
}

function reopen(session: WorkSession, from: readonly WorkSession["stage"][], takeOver: boolean): Step {
  if (!from.includes(session.stage)) return { session, orders: [] };
  return {
    session: { ...session, stage: "working", link: "opening" },
    orders: [{ type: "open", takeOver }],
  };
}

function logOut(session: WorkSession, nowMs: number): Step {
  const empty = layOutTasks(session, [], nowMs, false);
  return {
    session: { ...empty, stage: "logged_out", link: "opening", takingBack: null, sent: null },
    orders: [{ type: "close" }],
  };
}
