import type { CaseKind, CaseRow, CasesPage, ModerationFigures } from "@sightline/contract/moderation";
import type { Role } from "@sightline/contract/roles";
import type { DomainContext } from "../context";

const DAY_MS = 24 * 3_600_000;

/** One page of what waits for a decision, oldest deadline first. What was escalated is for admins only. */
export async function listCases(
  ctx: Pick<DomainContext, "pool" | "clock">,
  {
    kind,
    after,
    limit,
    role,
  }: {
    kind?: CaseKind | undefined;
    after?: { deadlineMs: number; id: number } | undefined;
    limit: number;
    role: Role;
  },
): Promise<CasesPage> {
  const { rows } = await ctx.pool.query<Row>({
    ...CASES_STATEMENT,
    values: [
      new Date(after?.deadlineMs ?? 0),
      after?.id ?? 0,
      kind ?? null,
      role === "admin",
      new Date(ctx.clock.nowMs()),
      limit + 1,
    ],
  });
  const page = rows.slice(0, limit).map(toCaseRow);
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > limit && last ? { deadlineMs: last.deadlineMs, id: last.id } : null,
  };
}

export async function moderationFigures(
  ctx: Pick<DomainContext, "pool" | "clock">,
): Promise<ModerationFigures> {
  const nowMs = ctx.clock.nowMs();
  const { rows } = await ctx.pool.query<Figures>({
    ...FIGURES_STATEMENT,
    values: [new Date(nowMs), new Date(nowMs - DAY_MS), new Date(nowMs - 30 * DAY_MS)],
  });
  const row = rows[0];
  return {
    open: row?.open ?? 0,
    late: row?.late ?? 0,
    oldestDeadlineMs: row?.oldest?.getTime() ?? null,
    decided24h: row?.decided ?? 0,
    readTwice: row?.read_twice ?? 0,
    agreed: row?.agreed ?? 0,
  };
}

interface Row {
  id: number;
  kind: string;
  subject: string;
  opened_at: Date;
  deadline_at: Date;
  escalated_at: Date | null;
  claimed_by_email: string | null;
}

function toCaseRow(row: Row): CaseRow {
  return {
    id: row.id,
    kind: row.kind as CaseKind,
    subject: row.subject,
    openedAtMs: row.opened_at.getTime(),
    deadlineMs: row.deadline_at.getTime(),
    escalated: row.escalated_at !== null,
    claimedByEmail: row.claimed_by_email,
  };
}

/** $1, $2 after this deadline and number, $3 kind or null, $4 escalated ones too, $5 now, $6 rows. By moderation_case_open_idx. */
export const CASES_STATEMENT = {
  name: "list_cases",
  text: `
select c.id, c.kind, c.subject, c.opened_at, c.deadline_at, c.escalated_at, u.email as claimed_by_email
from (
  select * from moderation_case
  where state = 0 and (deadline_at, id) > ($1::timestamptz, $2::int) and ($3::text is null or kind = $3)
    and ($4 or escalated_at is null)
  order by deadline_at, id limit $6
) c
left join auth_user u on u.account_id = c.claimed_by and c.claimed_until > $5
order by c.deadline_at, c.id`,
} as const;

interface Figures {
  open: number;
  late: number;
  oldest: Date | null;
  decided: number;
  read_twice: number;
  agreed: number;
}

/** $1 now, $2 a day ago, $3 thirty days ago. */
const FIGURES_STATEMENT = {
  name: "moderation_figures",
  text: `
with twice as (
  select count(distinct v.verdict) = 1 as agreed
  from moderation_verdict v join moderation_case c on c.id = v.case_id
  where c.readers_wanted = 2 and v.given_at > $3
  group by v.case_id having count(*) >= 2
)
select
  (select count(*)::int from moderation_case where state = 0) as open,
  (select count(*)::int from moderation_case where state = 0 and deadline_at < $1) as late,
  (select min(deadline_at) from moderation_case where state = 0) as oldest,
  (select count(distinct case_id)::int from moderation_verdict where given_at > $2) as decided,
  (select count(*)::int from twice) as read_twice,
  (select count(*)::int from twice where agreed) as agreed`,
} as const;
