import type { Assignment, WithdrawReason, WorkEvent } from "@sightline/contract/work";
import { layOutTasks } from "./lay-out-tasks";
import { type LeaseKey, leaseKey } from "./lease-key";
import { isWrittenSketch } from "./sketch/sketch";
import { type Step, taskOnScreen, textInWords, type WorkSession } from "./work-session";

/** What the server pushed. Events that arrive after a pause or after the seat went to another tab are late and change nothing. */
export function takeWorkEvent(session: WorkSession, event: WorkEvent, nowMs: number): Step {
  if (session.stage !== "working") return { session, orders: [] };
  switch (event.type) {
    case "hello":
      return quiet(takeHello({ ...session, link: "live", figures: event.figures }, event.tasks, nowMs));
    case "assign":
      return quiet(takeAssignment(session, event.task, nowMs));
    case "start":
      return quiet(startClock(session, leaseKey(event), event.leaseUntilMs));
    case "withdraw":
      return quiet(withdrawTask(session, leaseKey(event), event.reason, nowMs));
    case "floor":
      return quiet({ ...session, figures: event.figures });
    case "lesson":
      return quiet({ ...session, lesson: event });
    case "seat_taken":
      return { session: leaveSeat(session, nowMs), orders: [{ type: "close" }] };
  }
}

/** The clock of one held task runs until `leaseUntilMs` of the server's time. */
export function startClock(session: WorkSession, key: LeaseKey, leaseUntilMs: number): WorkSession {
  const tasks = session.tasks.map((task) =>
    leaseKey(task) === key ? { ...task, position: "current" as const, leaseUntilMs } : task,
  );
  return { ...session, tasks };
}

/** One task leaves without an act of the person. What was typed for it stays in view, with the reason. */
export function withdrawTask(
  session: WorkSession,
  key: LeaseKey,
  reason: WithdrawReason,
  nowMs: number,
): WorkSession {
  if (!session.tasks.some((task) => leaseKey(task) === key)) return session;
  const onScreen = taskOnScreen(session);
  const wasOnScreen = onScreen !== null && leaseKey(onScreen) === key;
  const text = (wasOnScreen && session.field.of === key ? session.field.text : session.drafts.get(key)) ?? "";
  const rest = session.tasks.filter((task) => leaseKey(task) !== key);
  const laidOut = layOutTasks(session, rest, nowMs, false);
  const takingBack = session.takingBack === key ? null : session.takingBack;
  const gone = session.tasks.find((task) => leaseKey(task) === key);
  const words = gone === undefined ? text.trim() : textInWords(gone, text);
  const notable = wasOnScreen || text.trim() !== "";
  return {
    ...laidOut,
    takingBack,
    notice: notable ? { kind: "gone", reason, text: words } : laidOut.notice,
  };
}

function takeHello(session: WorkSession, listed: Assignment[], nowMs: number): WorkSession {
  const returning = session.acted.find(({ key }) => key === session.takingBack);
  const gone = new Set(session.acted.map(({ key }) => key));
  const held = listed.filter((task) => !gone.has(leaseKey(task)));
  if (returning?.task) held.unshift(returning.task);
  const onScreen = taskOnScreen(session);
  const tasks = inScreenOrder(held, onScreen === null ? session.field.of : leaseKey(onScreen));
  if (onScreen === null || tasks.some((task) => leaseKey(task) === leaseKey(onScreen))) {
    return noteLostText(session, layOutTasks(session, tasks, nowMs, false));
  }
  const without = withdrawTask(session, leaseKey(onScreen), "lease_ended", nowMs);
  return layOutTasks({ ...without, tasks: [] }, tasks, nowMs, false);
}

/** A page that was loaded anew brings the text of its last picture along; when that picture is gone, it says so. */
function noteLostText(before: WorkSession, after: WorkSession): WorkSession {
  const { text, of } = before.field;
  const lost = before.notice === null && text.trim() !== "" && of !== null;
  if (!lost || after.tasks.some((task) => leaseKey(task) === of)) return after;
  return {
    ...after,
    notice: { kind: "gone", reason: "lease_ended", text: isWrittenSketch(text) ? "" : text.trim() },
  };
}

/** What is on the screen stays there; else the task whose clock runs comes first. */
function inScreenOrder(tasks: Assignment[], keep: LeaseKey | null): Assignment[] {
  const rank = (task: Assignment) => (leaseKey(task) === keep ? 0 : task.position === "current" ? 1 : 2);
  return [...tasks].sort((a, b) => rank(a) - rank(b));
}

function takeAssignment(session: WorkSession, task: Assignment, nowMs: number): WorkSession {
  const key = leaseKey(task);
  if (session.acted.some((acted) => acted.key === key)) return session;
  if (session.tasks.some((held) => leaseKey(held) === key)) {
    return { ...session, tasks: session.tasks.map((held) => (leaseKey(held) === key ? task : held)) };
  }
  return layOutTasks(session, [...session.tasks, task], nowMs, false);
}

function leaveSeat(session: WorkSession, nowMs: number): WorkSession {
  return {
    ...layOutTasks(session, [], nowMs, false),
    stage: "elsewhere",
    link: "opening",
    takingBack: null,
    sent: null,
    notice: null,
  };
}

function quiet(session: WorkSession): Step {
  return { session, orders: [] };
}
