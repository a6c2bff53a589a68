import type { StaffActRow, StaffActsPage } from "@sightline/contract/audit";
import type { DomainContext } from "../context";

/** One page of what staff have done, newest first. `subject` and `act` are whole; `actor` a number or part of an address. */
export async function listStaffActs(
  ctx: Pick<DomainContext, "pool">,
  {
    act,
    subject,
    actor,
    before,
    limit,
  }: {
    act?: string | undefined;
    subject?: string | undefined;
    actor?: string | undefined;
    before?: number | undefined;
    limit: number;
  },
): Promise<StaffActsPage> {
  const { rows } = await ctx.pool.query<Row>({
    ...ACTS_STATEMENT,
    values: [
      before ?? Number.MAX_SAFE_INTEGER,
      act || null,
      subject || null,
      actor ? `%${actor.replace(/[\\%_]/g, "\\$&")}%` : null,
      actor && /^\d{1,9}$/.test(actor) ? Number(actor) : null,
      limit + 1,
    ],
  });
  const page = rows.slice(0, limit).map(toRow);
  return { rows: page, nextBefore: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

interface Row {
  id: number;
  at: Date;
  actor_id: number | null;
  email: string | null;
  act: string;
  subject: string;
  before: string | null;
  after: string | null;
  reason: string | null;
  hash: string;
}

function toRow({ at, actor_id, email, ...row }: Row): StaffActRow {
  return { ...row, atMs: at.getTime(), actorId: actor_id, actorEmail: email };
}

/** $1 numbers below this, $2 act, $3 subject, $4 pattern of the actor's address, $5 actor's number, $6 rows. */
const ACTS_STATEMENT = {
  name: "list_staff_acts",
  text: `
select s.id, s.at, s.actor_id, u.email, s.act, s.subject, s.before::text, s.after::text, s.reason,
  encode(s.hash, 'hex') as hash
from staff_act s left join auth_user u on u.account_id = s.actor_id
where s.id < $1 and ($2::text is null or s.act = $2) and ($3::text is null or s.subject = $3)
  and ($4::text is null or u.email ilike $4 or s.actor_id = $5::int)
order by s.id desc limit $6`,
} as const;
