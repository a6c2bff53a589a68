import type { LoggedCall, TimelineStep } from "@sightline/contract/request-log";
import { firstIdAt } from "@sightline/db/task-id";
import { CALLBACK_STATES } from "../callbacks/callback-states";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { REPORT_STATES } from "../reports/report-states";
import { STATES } from "../tasks/states";
import { openPack, readEntries } from "./list-requests";
import { taskMark } from "./request-log";
import { firstKeptId, requestRetentionOf } from "./request-retention-of";

/** The log is looked through for a task from just before it was accepted until this long after its end. */
const BEFORE_MS = 1_000;
const AFTER_MS = 3_600_000;
const PACKS_MAX = 200;

/**
 * All that is known of when things happened to a task: the tables say when it was accepted, ended, called back and
 * reported; the request log when it was handed out and its answer fetched. What the log no longer holds is left out.
 */
export async function readTaskTimeline(
  ctx: Pick<DomainContext, "pool" | "db" | "clock" | "requestLog">,
  { accountId, taskId }: { accountId: number; taskId: number },
): Promise<TimelineStep[]> {
  const { rows } = await ctx.pool.query<TaskRow>({ ...TASK_STATEMENT, values: [taskId, accountId] });
  const [task] = rows;
  if (!task) throw new Refusal("not_found", "There is no such task.");
  const { days } = await requestRetentionOf(ctx, accountId);
  const packs = await ctx.pool.query<{ id: number; entries: Buffer }>({
    ...PACKS_STATEMENT,
    values: [
      accountId,
      Math.max(firstIdAt(task.accepted_at.getTime() - BEFORE_MS), firstKeptId(ctx.clock.nowMs(), days)),
      firstIdAt((task.finished_at?.getTime() ?? ctx.clock.nowMs()) + AFTER_MS),
      [taskMark(taskId)],
      PACKS_MAX,
    ],
  });
  const steps = [
    ...stepsOfTask(task),
    ...packs.rows.flatMap(({ entries }) => eventsOf(entries, taskId)),
    ...delivery(
      packs.rows.flatMap(({ id, entries }) => openPack(id, entries)),
      taskId,
    ),
  ];
  return steps.sort((a, b) => a.atMs - b.atMs);
}

interface TaskRow {
  state: number;
  accepted_at: Date;
  finished_at: Date | null;
  callback_state: number | null;
  last_attempt_at: Date | null;
  reported_at: Date | null;
  decided_at: Date | null;
  report_state: number | null;
}

function stepsOfTask(task: TaskRow): TimelineStep[] {
  const steps: TimelineStep[] = [];
  const add = (step: TimelineStep["step"], at: Date | null) => {
    if (at !== null) steps.push({ step, atMs: at.getTime(), callId: null });
  };
  add("accepted", task.accepted_at);
  add(task.state === STATES.answered ? "answered" : "unsolved", task.finished_at);
  add(
    task.callback_state === CALLBACK_STATES.delivered ? "called_back" : "callback_failed",
    task.last_attempt_at,
  );
  add(task.report_state === REPORT_STATES.good ? "reported_good" : "reported_bad", task.reported_at);
  if (task.report_state === REPORT_STATES.accepted) add("report_accepted", task.decided_at);
  if (task.report_state === REPORT_STATES.refused) add("report_refused", task.decided_at);
  if (task.report_state === REPORT_STATES.refunded) add("report_refunded", task.decided_at);
  return steps;
}

function eventsOf(entries: Buffer, taskId: number): TimelineStep[] {
  return readEntries(entries).flatMap((entry) => {
    if (entry.length !== 4 || entry[2] !== taskId) return [];
    const [, step, , atMs] = entry;
    return [{ step, atMs, callId: null }];
  });
}

/** The first call that was answered with what became of the task. */
function delivery(calls: readonly LoggedCall[], taskId: number): TimelineStep[] {
  const first = calls.find(
    ({ taskId: id, address, what, code }) =>
      id === taskId &&
      (address === "/getTaskResult" || what === "get" || what === "get2") &&
      (code === "OK" || code === "ERROR_CAPTCHA_UNSOLVABLE"),
  );
  return first ? [{ step: "delivered", atMs: first.atMs, callId: first.id }] : [];
}

const TASK_STATEMENT = {
  name: "task_of_timeline",
  text: `
select t.*, c.state as callback_state, c.last_attempt_at, r.reported_at, r.decided_at, r.state as report_state
from (
  select id, account_id, state, accepted_at, finished_at from task where id = $1::bigint
  union all
  select id, account_id, state, accepted_at, null from open_task where id = $1::bigint
) t
left join callback c on c.task_id = t.id
left join report r on r.task_id = t.id
where t.account_id = $2::int`,
} as const;

/** $1 account, $2 and $3 range of ids, $4 marks, $5 rows. */
const PACKS_STATEMENT = {
  name: "requests_of_task",
  text: `
select id, entries from request_log
where account_id = $1::int and id >= $2::bigint and id < $3::bigint and marks @> $4::text[]
order by id limit $5::int`,
} as const;
