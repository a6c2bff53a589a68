import { normalizeAnswerText } from "@sightline/contract/answer-text";
import type { Solution } from "@sightline/contract/answers";
import { hintBreach } from "@sightline/contract/image-hints";
import { isChallenge } from "@sightline/contract/task-kinds";
import { isWidgetAct, type WidgetAct } from "@sightline/contract/widget-acts";
import type { Assignment, WorkAct } from "@sightline/contract/work";
import { layOutTasks } from "./lay-out-tasks";
import { leaseKey } from "./lease-key";
import { checkSolution, markPicture, type Sending, sendSketch } from "./sketch/mark-picture";
import type { Sketch } from "./sketch/sketch";
import { sketchOnScreen } from "./sketch/task-sketch";
import {
  isOldText,
  type Notice,
  type SessionInput,
  type Step,
  taskOnScreen,
  type WorkSession,
} from "./work-session";

/** A key this soon after a picture has taken another's place was meant for that one. */
const HASTY_MS = 150;
/** The same for a person who was typing when the picture changed under their hands. */
const INTERRUPTED_MS = 1_000;
const CONFIRM_REPORT_MS = 4_000;
const ACTED_MAX = 50;
/** More acts than this wait for the server only after a very long cut; then nothing more is taken. */
const WAITING_MAX = 50;

/** Enter: sends what the person made, when it can be meant for the picture on the screen and keeps its hard hints. */
export function answerTask(session: WorkSession, nowMs: number): Step {
  const task = taskOnScreen(session);
  const sketch = sketchOnScreen(session);
  if (task === null || session.stage !== "working") return refuse(session);
  return sketch === null ? answerInText(session, task, nowMs) : answerBySketch(session, task, sketch, nowMs);
}

/** "Nothing matches" is an answer of its own, whatever has been marked so far. */
export function answerNoMatch(session: WorkSession, nowMs: number): Step {
  const task = taskOnScreen(session);
  const allowed = task?.hints.canNoAnswer === true && sketchOnScreen(session) !== null;
  if (task === null || !allowed || session.stage !== "working") return refuse(session);
  return sendMarks(session, task, checkSolution(task, { shape: "none" }), nowMs);
}

function answerBySketch(session: WorkSession, task: Assignment, sketch: Sketch, nowMs: number): Step {
  const sending = sendSketch(task, sketch);
  if (!sending.ready && "mark" in sending) {
    return isHasty(session, nowMs)
      ? refuse(session)
      : { session: markPicture(session, sending.mark, nowMs), orders: [] };
  }
  return sendMarks(session, task, sending, nowMs);
}

function sendMarks(session: WorkSession, task: Assignment, sending: Sending, nowMs: number): Step {
  const blocked = whyBlocked(session);
  if (blocked !== null) return refuse(session, blocked);
  if (isHasty(session, nowMs)) return refuse(session);
  if (!sending.ready) return refuse(session, "notice" in sending ? sending.notice : session.notice);
  const { taskId, leaseNo } = task;
  const { solution } = sending;
  const text = isOldText(session) ? "" : session.field.text;
  const sent = { key: leaseKey(task), text, untilMs: null };
  const notice: Notice = { kind: "sent_marks", solution };
  return perform({ ...session, sent, notice }, { taskId, leaseNo, act: "answer", solution }, nowMs);
}

function answerInText(session: WorkSession, task: Assignment, nowMs: number): Step {
  if (session.field.text.trim() === "") return refuse(session);
  const blocked = whyBlocked(session);
  if (blocked !== null) return refuse(session, blocked);
  if (isOldText(session)) return refuse(session, { kind: "old_text" });
  if (session.shown.interrupted && nowMs - session.shown.atMs < INTERRUPTED_MS) {
    return refuse(session, { kind: "picture_changed" });
  }
  if (isHasty(session, nowMs) && !session.shown.typedSince) return refuse(session);
  const text = normalizeAnswerText(session.field.text);
  if (text === null) return refuse(session, { kind: "unsendable" });
  const breach = hintBreach(task.hints, text);
  if (breach !== null) return refuse(session, { kind: "breach", breach });
  const { taskId, leaseNo } = task;
  const sent = { key: leaseKey(task), text, untilMs: null };
  return perform(
    { ...session, sent, notice: { kind: "sent", text } },
    { taskId, leaseNo, act: "answer", text },
    nowMs,
  );
}

/** What keeps any answer from being sent just now. */
function whyBlocked(session: WorkSession): Notice | null {
  if (session.takingBack !== null) return { kind: "taking_back" };
  return session.waiting >= WAITING_MAX ? { kind: "outbox_full" } : null;
}

/** A challenge answers itself: its token goes out the moment the widget gives it, for the task it was opened for. */
export function answerByToken(
  session: WorkSession,
  solved: Extract<SessionInput, { type: "solved" }>,
  nowMs: number,
): Step {
  const task = taskOnScreen(session);
  if (task === null || leaseKey(task) !== solved.key || session.stage !== "working") return refuse(session);
  const { token, userAgent, respKey } = solved;
  const solution: Solution = { shape: "token", token, userAgent, ...(respKey !== undefined && { respKey }) };
  return sendMarks(session, task, { ready: true, solution }, nowMs);
}

/** The task goes without an answer; what a widget says is no act for any other kind. */
export function dismissTask(
  session: WorkSession,
  act: "pass" | "unreadable" | WidgetAct,
  nowMs: number,
): Step {
  const task = dismissable(session, nowMs);
  if (task === null || (isWidgetAct(act) && !isChallenge(task.kind))) return refuse(session);
  return perform(
    { ...session, sent: null, notice: null },
    { taskId: task.taskId, leaseNo: task.leaseNo, act },
    nowMs,
  );
}

/** Report content: a key asks for a second press on the same picture, since the act ends the task for everybody. */
export function reportContent(session: WorkSession, confirmed: boolean, nowMs: number): Step {
  const task = dismissable(session, nowMs);
  if (task === null) return refuse(session);
  const key = leaseKey(task);
  const armed = session.reportArmed;
  if (!confirmed && !(armed?.key === key && nowMs - armed.atMs < CONFIRM_REPORT_MS)) {
    return refuse({ ...session, reportArmed: { key, atMs: nowMs } }, { kind: "confirm_report" });
  }
  const { taskId, leaseNo } = task;
  return perform({ ...session, sent: null, notice: null }, { taskId, leaseNo, act: "report_content" }, nowMs);
}

function dismissable(session: WorkSession, nowMs: number) {
  const blocked =
    session.stage !== "working" || session.takingBack !== null || session.waiting >= WAITING_MAX;
  return blocked || isHasty(session, nowMs) ? null : taskOnScreen(session);
}

function isHasty(session: WorkSession, nowMs: number): boolean {
  return session.shown.sudden && nowMs - session.shown.atMs < HASTY_MS;
}

function perform(session: WorkSession, act: WorkAct, nowMs: number): Step {
  const [task, ...rest] = session.tasks;
  if (task === undefined) return refuse(session);
  const acted = [...session.acted, { key: leaseKey(task), task, act }].slice(-ACTED_MAX);
  return {
    session: layOutTasks({ ...session, acted }, rest, nowMs, true),
    orders: [{ type: "send", act }],
  };
}

function refuse(session: WorkSession, notice: Notice | null = session.notice): Step {
  return { session: { ...session, notice }, orders: [] };
}
