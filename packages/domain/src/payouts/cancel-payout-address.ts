import type { DomainContext } from "../context";
import { Refusal } from "../refusal";

/** Takes back a change of address that does not hold yet; the one before goes on. */
export async function cancelPayoutAddress(
  ctx: Pick<DomainContext, "pool" | "clock">,
  accountId: number,
): Promise<void> {
  const { rowCount } = await ctx.pool.query(
    `update payout_address set cancelled_at = $2
     where account_id = $1 and effective_at > $2::timestamptz and cancelled_at is null`,
    [accountId, new Date(ctx.clock.nowMs())],
  );
  if (rowCount === 0) throw new Refusal("conflict", "No change of address is waiting.");
}
