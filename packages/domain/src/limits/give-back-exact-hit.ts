import type { ExactLimitName } from "@sightline/contract/limits";
import type { DomainContext } from "../context";

/** Takes one event that `hitExactLimit` allowed out of its count again; harmless when it has left it already. */
export async function giveBackExactHit(
  ctx: Pick<DomainContext, "pool">,
  name: ExactLimitName,
  subject: string,
  hitAtMs: number,
): Promise<void> {
  await ctx.pool.query({
    name: "give_back_exact_hit",
    text: `update exact_limit
           set hit_at = hit_at[:array_position(hit_at, $3) - 1] || hit_at[array_position(hit_at, $3) + 1:]
           where limit_name = $1 and subject = $2 and $3::timestamptz = any (hit_at)`,
    values: [name, subject.slice(0, 320), new Date(hitAtMs)],
  });
}
