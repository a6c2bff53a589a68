import type pg from "pg";
import type { DomainContext } from "../context";

const DAY_MS = 24 * 3_600_000;

/** What staff have given back to an account within the last 24 hours. */
export async function refundedSince(
  ctx: Pick<DomainContext, "clock">,
  db: Pick<pg.ClientBase, "query">,
  accountId: number,
): Promise<number> {
  const { rows } = await db.query<{ micros: number }>({
    name: "refunded_since",
    text: "select coalesce(sum(micros), 0)::bigint as micros from refund where account_id = $1 and refunded_at > $2",
    values: [accountId, new Date(ctx.clock.nowMs() - DAY_MS)],
  });
  return rows[0]?.micros ?? 0;
}
