import type { AcceptancesPage, PolicyVersionRow, PolicyVersions } from "@sightline/contract/policy";
import type { DomainContext } from "../context";

const VERSIONS_MAX = 50;
const ROWS = 50;

/** Every version with how many have accepted it, newest first. */
export async function listPolicies(ctx: Pick<DomainContext, "pool" | "clock">): Promise<PolicyVersions> {
  const now = new Date(ctx.clock.nowMs());
  const { rows } = await ctx.pool.query<Row>({
    name: "list_policies",
    text: `
      select p.version, p.text, p.changes, p.effective_from, p.published_at, p.withdrawn_at, u.email,
        (select count(*)::int from policy_acceptance a where a.version = p.version) as acceptances
      from policy_version p left join auth_user u on u.account_id = p.published_by
      order by p.version desc limit ${VERSIONS_MAX}`,
  });
  const customers = await ctx.pool.query<{ customers: number }>({
    name: "count_customers",
    text: "select count(*)::int as customers from account where role = 'customer'",
  });
  const inEffect = rows.find((row) => row.withdrawn_at === null && row.effective_from <= now);
  return {
    versions: rows.map((row) => toVersion(row, now, inEffect?.version)),
    customers: customers.rows[0]?.customers ?? 0,
  };
}

interface Row {
  version: number;
  text: string;
  changes: string;
  effective_from: Date;
  published_at: Date;
  withdrawn_at: Date | null;
  email: string | null;
  acceptances: number;
}

function toVersion(row: Row, now: Date, inEffect: number | undefined): PolicyVersionRow {
  const { version, text, changes, effective_from, published_at, withdrawn_at, email, acceptances } = row;
  return {
    version,
    text,
    changes,
    state:
      withdrawn_at !== null
        ? "withdrawn"
        : effective_from > now
          ? "coming"
          : version === inEffect
            ? "in_effect"
            : "past",
    effectiveFromMs: effective_from.getTime(),
    publishedAtMs: published_at.getTime(),
    publishedByEmail: email,
    acceptances,
  };
}

/** One page of who accepted what, newest first; by policy_acceptance_at_idx. */
export async function listAcceptances(
  ctx: Pick<DomainContext, "pool">,
  { before }: { before?: { acceptedAtMs: number; userId: string } | undefined },
): Promise<AcceptancesPage> {
  const { rows } = await ctx.pool.query<{ userId: string; email: string; version: number; at: Date }>({
    name: "list_acceptances",
    text: `
      select a.user_id as "userId", coalesce(u.email, '') as email, a.version, a.accepted_at as at
      from policy_acceptance a left join auth_user u on u.id = a.user_id
      where (a.accepted_at, a.user_id) < ($1::timestamptz, $2)
      order by a.accepted_at desc, a.user_id desc limit ${ROWS + 1}`,
    values: [before ? new Date(before.acceptedAtMs) : "infinity", before?.userId ?? ""],
  });
  const page = rows.slice(0, ROWS).map(({ at, ...row }) => ({ ...row, acceptedAtMs: at.getTime() }));
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > ROWS && last ? { acceptedAtMs: last.acceptedAtMs, userId: last.userId } : null,
  };
}
