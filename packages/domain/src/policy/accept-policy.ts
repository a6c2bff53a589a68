import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { IN_EFFECT } from "./current-policy";

/**
 * Writes down that somebody accepts the version of the policy that is in effect; a second time changes nothing. Another
 * version than that is refused: they have read something else.
 */
export async function acceptPolicy(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { userId, version }: { userId: string; version: number },
): Promise<void> {
  await refuseOtherPolicy(ctx, version);
  await ctx.pool.query({
    name: "accept_policy",
    text: `insert into policy_acceptance (user_id, version, accepted_at)
           values ($1, $2, $3) on conflict do nothing`,
    values: [userId, version, new Date(ctx.clock.nowMs())],
  });
}

/** Refuses a version that is not the one in effect. */
export async function refuseOtherPolicy(
  ctx: Pick<DomainContext, "pool" | "clock">,
  version: number,
): Promise<void> {
  const { rows } = await ctx.pool.query<{ version: number }>({
    name: "policy_in_effect",
    text: IN_EFFECT,
    values: [new Date(ctx.clock.nowMs())],
  });
  if (rows[0]?.version !== version)
    throw new Refusal(
      "conflict",
      "The acceptable-use policy has another version by now. Load the page again and read it.",
    );
}
