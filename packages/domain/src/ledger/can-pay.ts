import type { DomainContext } from "../context";

/** Whether a task at this price would find money or a package; what is refused for a full queue asks, since no money is told first. */
export async function canPay(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { accountId, priceMicros }: { accountId: number; priceMicros: number },
): Promise<boolean> {
  const { rowCount } = await ctx.pool.query({
    name: "can_pay",
    text: `select from account
           where id = $1 and (available_micros >= $2 or (threads_max > 0 and threads_until > $3::timestamptz))`,
    values: [accountId, priceMicros, new Date(ctx.clock.nowMs())],
  });
  return rowCount === 1;
}
