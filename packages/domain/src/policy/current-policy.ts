import type { CurrentPolicy, OwnPolicy } from "@sightline/contract/policy";
import type { DomainContext } from "../context";

/** In effect at $1: the highest version whose time has come. */
export const IN_EFFECT = `select * from policy_version
  where withdrawn_at is null and effective_from <= $1::timestamptz order by version desc limit 1`;

interface Row {
  version: number;
  text: string;
  changes: string;
  effective_from: Date;
}

/** The policy that everybody is held to now, and the version that is to come. */
export async function currentPolicy(ctx: Pick<DomainContext, "pool" | "clock">): Promise<CurrentPolicy> {
  const now = new Date(ctx.clock.nowMs());
  const { rows } = await ctx.pool.query<Row>({ name: "policy_in_effect", text: IN_EFFECT, values: [now] });
  const [row] = rows;
  if (row === undefined) throw new Error("the migration makes the first version of the policy");
  const coming = await ctx.pool.query<Row>({
    name: "policy_to_come",
    text: `select * from policy_version where withdrawn_at is null and effective_from > $1::timestamptz
           order by version desc limit 1`,
    values: [now],
  });
  const [next] = coming.rows;
  return {
    version: row.version,
    text: row.text,
    effectiveFromMs: row.effective_from.getTime(),
    next: next
      ? {
          version: next.version,
          text: next.text,
          changes: next.changes,
          effectiveFromMs: next.effective_from.getTime(),
        }
      : null,
  };
}

/** Whether this user has accepted the version that is in effect: of a team, each accepts it for themselves. */
export async function ownPolicy(
  ctx: Pick<DomainContext, "pool" | "clock">,
  userId: string,
): Promise<OwnPolicy> {
  const { rows } = await ctx.pool.query<Row & { accepted: boolean }>({
    name: "own_policy",
    text: `
      select p.*, exists(
        select from policy_acceptance a where a.user_id = $2 and a.version = p.version
      ) as accepted from (${IN_EFFECT}) p`,
    values: [new Date(ctx.clock.nowMs()), userId],
  });
  const [row] = rows;
  if (row === undefined) throw new Error("the migration makes the first version of the policy");
  const { version, changes, effective_from, accepted } = row;
  return { version, changes, effectiveFromMs: effective_from.getTime(), accepted };
}
