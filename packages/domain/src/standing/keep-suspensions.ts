import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { BATCH_MAX, type Service } from "../maintenance/service";
import { STATES } from "../tasks/states";
import { liftSuspension, suspensionsChanged } from "./suspend-account";

/** Suspensions of other processes are known, those whose time is over lifted, and no task of a suspended account waits. */
export const keepSuspensions: Service = {
  name: "keep-suspensions",
  everyMs: 1_000,
  async runOnce(ctx) {
    await ctx.suspensions.load();
    await liftWhatIsOver(ctx);
    return endQueuedTasks(ctx);
  },
};

async function liftWhatIsOver(ctx: DomainContext): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  const over = ctx.suspensions.accountIds().filter((accountId) => {
    const untilMs = ctx.suspensions.of(accountId)?.untilMs ?? null;
    return untilMs !== null && untilMs <= nowMs;
  });
  for (const accountId of over.slice(0, BATCH_MAX)) {
    await inTransaction(ctx.pool, async (client) => {
      // Another process may have lifted it, or staff have made it longer.
      const { rowCount } = await client.query(
        "select from account_profile where account_id = $1 and suspended_until <= $2 for update",
        [accountId, new Date(nowMs)],
      );
      if (rowCount)
        await liftSuspension(ctx, client, { accountId, reason: "Its time was over.", liftedBy: null });
    });
    await suspensionsChanged(ctx, accountId);
  }
}

/** By open_task_account_idx, a batch at a time. */
async function endQueuedTasks(ctx: DomainContext): Promise<number> {
  const accountIds = ctx.suspensions.accountIds();
  if (accountIds.length === 0) return 0;
  const { rows } = await ctx.pool.query<{ id: number }>({
    name: "queued_of_suspended",
    text: `select id from open_task where account_id = any($1::int[]) and state in (${STATES.queued}, ${STATES.reserved})
           limit ${BATCH_MAX}`,
    values: [accountIds],
  });
  await Promise.all(
    rows.map(({ id }) => ctx.lanes.settle.push([{ taskId: id, workerId: 0, leaseNo: 0, event: "suspend" }])),
  );
  return rows.length;
}
