import type { TaskParams } from "@sightline/contract/task-params";
import type { DomainContext } from "../context";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { EVENTS } from "../tasks/states";
import type { SettleItem } from "../tasks/task-lanes";

const BATCH_MAX = 200;
/** A program that polls sees CAPCHA_NOT_READY for a moment, as it would with a person. */
const WORK_MS = 1_000;

type TestEnd = NonNullable<TaskParams["test"]>;

/**
 * Ends tasks of test keys as they were made to end, through the very statements that end real ones, so that results,
 * callbacks, long polls and timelines are the same. No worker has any part in it. Returns how many were worked on.
 */
export async function answerTestTasks(
  ctx: Pick<DomainContext, "hotPool" | "lanes" | "clock">,
): Promise<number> {
  const now = new Date(ctx.clock.nowMs());
  const { rows } = await ctx.hotPool.query<{ id: number; test: TestEnd | null }>({
    ...DUE_STATEMENT,
    values: [PLATFORM_ACCOUNTS.tests, new Date(now.getTime() - WORK_MS)],
  });
  const ends = new Map(rows.map(({ id, test }) => [id, test]));
  const isProxyFailure = (end: TestEnd | null) =>
    end !== null && "ends" in end && end.ends === "proxy_failed";
  const failed = rows.filter(({ test }) => isProxyFailure(test));
  const handed = rows.filter(({ test }) => !isProxyFailure(test)).map(({ id }) => id);
  const claimed = await claim(ctx, handed, now);
  await Promise.all([
    ...failed.map(({ id }) =>
      ctx.lanes.settle.push([{ taskId: id, workerId: 0, leaseNo: 0, event: "proxy_failed" }]),
    ),
    ...claimed.map(({ id, lease_no }) => ctx.lanes.settle.push([settleItem(id, lease_no, ends.get(id))])),
  ]);
  return rows.length;
}

async function claim(
  ctx: Pick<DomainContext, "hotPool">,
  ids: number[],
  now: Date,
): Promise<{ id: number; lease_no: number }[]> {
  if (ids.length === 0) return [];
  const { rows } = await ctx.hotPool.query<{ id: number; lease_no: number }>({
    ...CLAIM_STATEMENT,
    values: [ids, ids.map(() => PLATFORM_ACCOUNTS.tests), ids.map(() => EVENTS.assign.number), now],
  });
  return rows;
}

/** The third "unreadable" ends a task: the first two send it back to the queue, from where it comes again. */
function settleItem(taskId: number, leaseNo: number, end: TestEnd | null | undefined): SettleItem {
  const item = { taskId, leaseNo, workerId: PLATFORM_ACCOUNTS.tests };
  if (end && "answer" in end) return { ...item, event: "answer_finally", answer: end.answer };
  return { ...item, event: end?.ends === "value_expired" ? "value_expired" : "unreadable" };
}

/** $1 the platform's account for tests, $2 accepted up to then. By open_task_only_for_idx. */
const DUE_STATEMENT = {
  name: "test_tasks_due",
  text: `
select o.id, (select i.hints -> 'test' from task_input i where i.task_id = o.id) as test
from open_task o
where o.only_for = $1::int and o.state = 0 and o.accepted_at <= $2::timestamptz
order by o.id limit ${BATCH_MAX}`,
} as const;
