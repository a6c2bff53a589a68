import { layOutTasks } from "./lay-out-tasks";
import { type LeaseKey, leaseKey } from "./lease-key";
import { type Step, textInWords, type WorkSession } from "./work-session";

/**
 * Alt+Z. The answered picture and its text are back on the screen at once; Enter waits until the server has said
 * whether it was in time (`confirmTakenBack`) or not (`refuseTakeBack`, and the picture that was there returns).
 */
export function takeBackAnswer(session: WorkSession, nowMs: number): Step {
  const { sent, takingBack, stage } = session;
  const idle = { session, orders: [] };
  if (stage !== "working" || takingBack !== null || sent === null) return idle;
  if (sent.untilMs !== null && nowMs > sent.untilMs) return idle;
  const entry = session.acted.find(({ key }) => key === sent.key);
  if (entry === undefined || entry.task === null) return idle;
  const drafts = new Map(session.drafts).set(entry.key, sent.text);
  const back = layOutTasks({ ...session, drafts }, [entry.task, ...session.tasks], nowMs, true);
  return {
    session: { ...back, takingBack: entry.key, notice: { kind: "taking_back" } },
    orders: [{ type: "take_back", key: entry.key, act: entry.act }],
  };
}

/** It was in time. `leaseUntilMs` is null when the answer had never left this machine: its clock just runs on. */
export function confirmTakenBack(
  session: WorkSession,
  key: LeaseKey,
  leaseUntilMs: number | null,
): WorkSession {
  if (session.takingBack !== key) return session;
  const tasks = session.tasks.map((task) =>
    leaseKey(task) === key
      ? { ...task, position: "current" as const, leaseUntilMs: leaseUntilMs ?? task.leaseUntilMs }
      : { ...task, position: "ahead" as const, leaseUntilMs: null },
  );
  const acted = session.acted.filter((entry) => entry.key !== key);
  return { ...session, tasks, acted, takingBack: null, sent: null, notice: { kind: "taken_back" } };
}

/** It was too late: the answer stands as it was sent, and the picture that followed is on the screen again. */
export function refuseTakeBack(session: WorkSession, key: LeaseKey, nowMs: number): WorkSession {
  if (session.takingBack !== key) return session;
  const returning = session.tasks.find((task) => leaseKey(task) === key);
  const rest = session.tasks.filter((task) => leaseKey(task) !== key);
  return {
    ...layOutTasks(session, rest, nowMs, true),
    takingBack: null,
    sent: null,
    notice: {
      kind: "stands",
      text: returning === undefined ? "" : textInWords(returning, session.sent?.text ?? ""),
    },
  };
}
