import { type CaseKind, CLAIM_MS } from "@sightline/contract/moderation";
import type { Role } from "@sightline/contract/roles";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";

export interface Moderator {
  accountId: number;
  role: Role;
}

/**
 * Takes the open case with the oldest deadline that this moderator may decide and nobody holds, or says null. Who
 * asks at the same time gets another one.
 */
export async function claimNextCase(
  ctx: Pick<DomainContext, "pool" | "clock">,
  moderator: Moderator,
  { kind }: { kind?: CaseKind | undefined } = {},
): Promise<number | null> {
  const nowMs = ctx.clock.nowMs();
  const { rows } = await ctx.pool.query<{ id: number }>({
    ...CLAIM_NEXT_STATEMENT,
    values: [
      moderator.accountId,
      moderator.role === "admin",
      kind ?? null,
      new Date(nowMs),
      new Date(nowMs + CLAIM_MS),
    ],
  });
  return rows[0]?.id ?? null;
}

/** Takes this case, or holds it for longer. Refuses what somebody else holds, is decided, or may not be decided by them. */
export async function claimCase(
  ctx: Pick<DomainContext, "pool" | "clock">,
  moderator: Moderator,
  caseId: number,
): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  const { rowCount } = await ctx.pool.query({
    ...CLAIM_ONE_STATEMENT,
    values: [
      moderator.accountId,
      moderator.role === "admin",
      caseId,
      new Date(nowMs),
      new Date(nowMs + CLAIM_MS),
    ],
  });
  if (rowCount === 0) throw await whyNotClaimed(ctx, caseId, moderator);
}

/** Lets go of a case, so that others may take it. */
export async function releaseCase(
  ctx: Pick<DomainContext, "pool">,
  moderator: Moderator,
  caseId: number,
): Promise<void> {
  await ctx.pool.query({
    name: "release_case",
    text: "update moderation_case set claimed_by = null, claimed_until = null where id = $1 and claimed_by = $2 and state = 0",
    values: [caseId, moderator.accountId],
  });
}

async function whyNotClaimed(
  ctx: Pick<DomainContext, "pool">,
  caseId: number,
  { accountId, role }: Moderator,
): Promise<Refusal> {
  const { rows } = await ctx.pool.query<{
    state: number;
    escalated: boolean;
    email: string | null;
    mine: boolean;
  }>(
    `select c.state, c.escalated_at is not null as escalated, u.email,
       exists (select from moderation_verdict v where v.case_id = c.id and v.moderator_id = $2 and v.given_at is not null) as mine
     from moderation_case c left join auth_user u on u.account_id = c.claimed_by where c.id = $1`,
    [caseId, accountId],
  );
  const row = rows[0];
  if (row === undefined) return new Refusal("not_found", "There is no such case.");
  if (row.state !== 0) return new Refusal("conflict", "This case is decided already.");
  if (row.mine) return new Refusal("conflict", "You have decided this case; now somebody else reads it.");
  if (row.escalated && role !== "admin")
    return new Refusal("conflict", "This case was passed on to the admins.");
  return new Refusal("conflict", `${row.email ?? "Somebody else"} has this case now.`);
}

const OPEN_TO_ME = `c.state = 0 and ($2 or c.escalated_at is null)
  and not exists (
    select from moderation_verdict v where v.case_id = c.id and v.moderator_id = $1 and v.given_at is not null)`;

/** $1 moderator, $2 admin, $3 kind or null, $4 now, $5 until. Locks one row and passes over those locked by others. */
export const CLAIM_NEXT_STATEMENT = {
  name: "claim_next_case",
  text: `
update moderation_case set claimed_by = $1::int, claimed_until = $5::timestamptz
where id = (
  select c.id from moderation_case c
  where ${OPEN_TO_ME} and ($3::text is null or c.kind = $3)
    and (c.claimed_by is null or c.claimed_by = $1 or c.claimed_until <= $4)
  order by c.deadline_at, c.id limit 1 for update skip locked
)
returning id`,
} as const;

/** $1 moderator, $2 admin, $3 case, $4 now, $5 until. */
const CLAIM_ONE_STATEMENT = {
  name: "claim_one_case",
  text: `
update moderation_case c set claimed_by = $1::int, claimed_until = $5::timestamptz
where c.id = $3 and ${OPEN_TO_ME} and (c.claimed_by is null or c.claimed_by = $1 or c.claimed_until <= $4::timestamptz)`,
} as const;
