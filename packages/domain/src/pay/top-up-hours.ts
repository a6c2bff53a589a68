import type pg from "pg";
import type { DomainContext } from "../context";
import { bookMoves } from "../ledger/book-moves";
import { inTransaction } from "../ledger/in-transaction";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { earnedInHour } from "./earned-in-hour";

const HOUR_MS = 3_600_000;
/** Tasks that ended in an hour have been booked by then. */
const SETTLE_AFTER_MS = 60_000;
const HOURS_MAX = 200;

/**
 * Settles hours that are over: what a worker's active time earned less than the operator's floor is added, once, as a
 * transfer of its own that is pending like all pay. Returns how many hours were settled.
 */
export async function topUpHours(
  ctx: Pick<DomainContext, "pool" | "clock" | "ids" | "prices">,
): Promise<number> {
  const { rows } = await ctx.pool.query<{ worker_id: number; hour: number }>({
    name: "hours_to_settle",
    text: `select worker_id, hour from worker_hour where settled_at is null and hour < $1 order by hour limit ${HOURS_MAX}`,
    values: [Math.floor((ctx.clock.nowMs() - SETTLE_AFTER_MS) / HOUR_MS)],
  });
  for (const { worker_id, hour } of rows) {
    await inTransaction(ctx.pool, (client) => settleHour(ctx, client, worker_id, hour));
  }
  return rows.length;
}

async function settleHour(
  ctx: Pick<DomainContext, "clock" | "ids" | "prices">,
  client: pg.ClientBase,
  workerId: number,
  hour: number,
): Promise<void> {
  const { rows } = await client.query<{ active_ms: number }>(
    `select active_ms from worker_hour where worker_id = $1 and hour = $2 and settled_at is null
     for update skip locked`,
    [workerId, hour],
  );
  const row = rows[0];
  if (!row) return;
  const earnedMicros = await earnedInHour(client, { workerId, hour });
  const floorMicros = Math.floor((ctx.prices.floorMicrosPerHour * row.active_ms) / HOUR_MS);
  const topUpMicros = Math.max(0, floorMicros - earnedMicros);
  const topUpId = topUpMicros > 0 ? ctx.ids.next() : null;
  await client.query(
    `update worker_hour set earned_micros = $3, top_up_micros = $4, top_up_id = $5, settled_at = $6
     where worker_id = $1 and hour = $2`,
    [workerId, hour, earnedMicros, topUpMicros, topUpId, new Date(ctx.clock.nowMs())],
  );
  if (topUpId === null) return;
  await bookMoves(client, [
    {
      causeId: topUpId,
      posting: "floor_top_up",
      debitId: PLATFORM_ACCOUNTS.expenses,
      creditId: workerId,
      micros: topUpMicros,
    },
  ]);
}
