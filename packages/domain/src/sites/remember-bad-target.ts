import type { DomainContext } from "../context";
import { type BadTarget, digestOf } from "./bad-target";

export const BAD_FOR_MS = 600_000;

/** Refuses the same again to this account for ten minutes, in all processes. */
export async function rememberBadTarget(
  ctx: Pick<DomainContext, "pool" | "clock">,
  accountId: number,
  target: BadTarget,
): Promise<void> {
  await ctx.pool.query({
    name: "remember_bad_target",
    text: `insert into bad_target (account_id, what, digest, until_at) values ($1, $2, $3, $4)
           on conflict (account_id, what, digest) do update set until_at = excluded.until_at`,
    values: [accountId, target.what, digestOf(target), new Date(ctx.clock.nowMs() + BAD_FOR_MS)],
  });
}
