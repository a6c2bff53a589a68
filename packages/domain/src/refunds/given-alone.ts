import { BULK_REFUND_ALONE_MAX_MICROS } from "@sightline/contract/refunds";
import type pg from "pg";
import type { DomainContext } from "../context";
import { aloneLimit } from "../payments/alone-limit";

const DAY_MS = 24 * 3_600_000;

/** What this admin may give one account back within 24 hours without a second. */
export async function aloneMicrosMax(ctx: Pick<DomainContext, "pool">, actorId: number): Promise<number> {
  const limit = await aloneLimit(ctx.pool, { limit: "handBookingAloneMicros", actorId });
  return Math.min(limit, BULK_REFUND_ALONE_MAX_MICROS);
}

/** What this admin has given the account within 24 hours, so that a large set in small parts is one. */
export async function givenAlone(
  ctx: Pick<DomainContext, "clock">,
  client: pg.PoolClient,
  { accountId, givenBy }: { accountId: number; givenBy: number },
): Promise<number> {
  const { rows } = await client.query<{ micros: number }>(
    `select coalesce(sum(micros), 0)::bigint as micros from refund
     where account_id = $1 and refunded_by = $2 and refunded_at > $3`,
    [accountId, givenBy, new Date(ctx.clock.nowMs() - DAY_MS)],
  );
  return rows[0]?.micros ?? 0;
}
