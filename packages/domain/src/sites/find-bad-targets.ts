import type { DomainContext } from "../context";
import { type BadTarget, digestOf } from "./bad-target";

/** Which of these did not work for this account in the last ten minutes. One indexed read. */
export async function findBadTargets(
  ctx: Pick<DomainContext, "pool" | "clock">,
  accountId: number,
  targets: readonly BadTarget[],
): Promise<ReadonlySet<BadTarget["what"]>> {
  const { rows } = await ctx.pool.query<{ what: BadTarget["what"] }>({
    name: "find_bad_targets",
    text: `select what from bad_target
           where account_id = $1 and what = any($2::text[]) and digest = any($3::bytea[]) and until_at > $4`,
    values: [accountId, targets.map(({ what }) => what), targets.map(digestOf), new Date(ctx.clock.nowMs())],
  });
  return new Set(rows.map(({ what }) => what));
}
