import type { DomainContext } from "../context";

export interface AccountBalance {
  /** What can still be spent. */
  availableMicros: number;
  /** Promised to open tasks. */
  heldMicros: number;
  /** A worker's pay that is not confirmed yet. */
  pendingMicros: number;
}

/** One row. An account that does not exist has nothing. */
export async function getBalance(
  ctx: Pick<DomainContext, "pool">,
  accountId: number,
): Promise<AccountBalance> {
  const { rows } = await ctx.pool.query<{ available: number; held: number; pending: number }>({
    name: "get_balance",
    text: `select available_micros as available, held_micros as held, pending_micros as pending
           from account where id = $1`,
    values: [accountId],
  });
  const row = rows[0];
  return {
    availableMicros: row?.available ?? 0,
    heldMicros: row?.held ?? 0,
    pendingMicros: row?.pending ?? 0,
  };
}
