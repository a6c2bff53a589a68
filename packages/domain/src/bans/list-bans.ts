import type { BanRow, BansPage, ExemptionRow } from "@sightline/contract/bans";
import { LIMITS, type LimitName } from "@sightline/contract/limits";
import type { DomainContext } from "../context";

const ROWS_MAX = 50;

/** Bans, newest first. `search` is an account number, an address, or the start of one. */
export async function listBans(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { running, search, before }: { running: boolean; search?: string | undefined; before?: number | undefined },
): Promise<BansPage> {
  const { rows } = await ctx.pool.query<Row>({
    name: "list_bans",
    text: `
      select b.id, b.limit_name, b.subject, u.email, b.starts_at, b.ends_at, b.lifted_at, l.email as lifted_by_email
      from ban b
      left join auth_user u on b.subject ~ '^[0-9]{1,9}$' and u.account_id::text = b.subject
      left join auth_user l on l.account_id = b.lifted_by
      where b.id < $1 and (not $2 or (b.ends_at > $3 and b.lifted_at is null))
        and ($4::text is null or starts_with(b.subject, $4)) and b.limit_name = any($5::text[])
      order by b.id desc limit ${ROWS_MAX + 1}`,
    values: [
      before ?? 2_147_483_647,
      running,
      new Date(ctx.clock.nowMs()),
      search || null,
      Object.keys(LIMITS),
    ],
  });
  const page = rows.slice(0, ROWS_MAX);
  return {
    rows: page.map(toRow),
    nextBefore: rows.length > ROWS_MAX ? (page.at(-1)?.id ?? null) : null,
  };
}

interface Row {
  id: number;
  limit_name: LimitName;
  subject: string;
  email: string | null;
  starts_at: Date;
  ends_at: Date;
  lifted_at: Date | null;
  lifted_by_email: string | null;
}

function toRow(row: Row): BanRow {
  return {
    id: row.id,
    limit: row.limit_name,
    subject: row.subject,
    email: row.email,
    startsAtMs: row.starts_at.getTime(),
    endsAtMs: row.ends_at.getTime(),
    lifted: row.lifted_at && { atMs: row.lifted_at.getTime(), byEmail: row.lifted_by_email },
  };
}

/** Addresses that no ban holds for, the latest first. */
export async function listExemptions(ctx: Pick<DomainContext, "pool">): Promise<ExemptionRow[]> {
  const { rows } = await ctx.pool.query<{
    subject: string;
    reason: string;
    email: string | null;
    set_at: Date;
  }>(
    `select e.subject, e.reason, u.email, e.set_at from ban_exemption e
     left join auth_user u on u.account_id = e.set_by order by e.set_at desc limit 500`,
  );
  return rows.map(({ subject, reason, email, set_at }) => ({
    subject,
    reason,
    setByEmail: email,
    setAtMs: set_at.getTime(),
  }));
}
