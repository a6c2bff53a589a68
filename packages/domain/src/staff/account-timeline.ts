import type { AccountEvent, AccountTimeline, TimelineEvent } from "@sightline/contract/staff-accounts";
import type { DomainContext } from "../context";

const ROWS_MAX = 30;

/** What has happened to one account, newest first: from every table that tells, each asked for a bounded number of rows. */
export async function accountTimeline(
  ctx: Pick<DomainContext, "pool">,
  { accountId, after }: { accountId: number; after?: { atMs: number; key: string } | undefined },
): Promise<AccountTimeline> {
  const { rows } = await ctx.pool.query<Row>({
    ...TIMELINE_STATEMENT,
    values: [
      accountId,
      after === undefined ? "infinity" : new Date(after.atMs).toISOString(),
      after?.key ?? "",
      ROWS_MAX + 1,
    ],
  });
  const page = rows.slice(0, ROWS_MAX).map(toEvent);
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > ROWS_MAX && last ? { atMs: last.atMs, key: last.key } : null,
  };
}

interface Row {
  key: string;
  at: Date;
  event: TimelineEvent;
  what: string | null;
  micros: number | null;
  detail: string | null;
}

function toEvent({ at, ...row }: Row): AccountEvent {
  return { ...row, atMs: at.getTime() };
}

/** One source: its event, where it stands, when, and what is told of it. `id` makes its key. */
function source(
  event: TimelineEvent,
  sql: { from: string; at: string; id?: string } & Partial<Told>,
): string {
  const { from, at, id = "id", what = "null", micros = "null", detail = "null" } = sql;
  // The time is cut to milliseconds, as the cursor's is.
  const time = `date_trunc('milliseconds', ${at})`;
  return `(select '${event}:' || ${id} as key, ${time} as at, '${event}' as event, ${what}::text as what,
    ${micros}::bigint as micros, ${detail}::text as detail
  from ${from} and ${at} is not null and (${time} < $2::timestamptz or (${time} = $2 and '${event}:' || ${id} < $3))
  order by ${at} desc, '${event}:' || ${id} desc limit $4)`;
}
interface Told {
  what: string;
  micros: string;
  detail: string;
}

const SOURCES = [
  source("opened", {
    from: "account_profile where account_id = $1",
    at: "created_at",
    id: "account_id",
  }),
  source("staff_act", {
    from: "staff_act where subject = 'account:' || $1::int",
    at: "at",
    what: "act",
    detail: "reason",
  }),
  source("case_opened", {
    from: "moderation_case where account_id = $1",
    at: "opened_at",
    what: "kind",
    detail: "subject",
  }),
  source("case_decided", {
    from: "moderation_case where account_id = $1",
    at: "decided_at",
    what: "kind",
    detail: "verdict",
  }),
  source("refund", {
    from: "refund where account_id = $1",
    at: "refunded_at",
    id: "task_id",
    what: "reason_code",
    micros: "micros",
    detail: "note",
  }),
  source("ban", { from: "ban where subject = $1::text", at: "starts_at", what: "limit_name" }),
  source("image_block", { from: "image_block where account_id = $1", at: "set_at", detail: "reason" }),
  source("api_key_made", { from: "api_key where account_id = $1", at: "created_at", detail: "name" }),
  source("api_key_revoked", { from: "api_key where account_id = $1", at: "revoked_at", detail: "name" }),
  source("deposit", {
    from: `booking b left join lateral (
        select sum(micros) as micros from transfer t where t.cause_id = b.id and t.credit_id = b.account_id
      ) t on true where b.account_id = $1`,
    at: "booked_at",
    id: "b.id",
    micros: "t.micros",
    detail: "reason",
  }),
  source("package", { from: "package_purchase where account_id = $1", at: "bought_at" }),
  source("payout", {
    from: "payout where account_id = $1",
    at: "ended_at",
    what: "state",
    micros: "micros",
    detail: "reason",
  }),
  source("notice", { from: "notice where account_id = $1", at: "given_at", what: "notice" }),
  source("viewed", { from: "impersonation where account_id = $1", at: "started_at", detail: "reason" }),
];

/** $1 account, $2 and $3 time and key of the last row seen, $4 rows. */
const TIMELINE_STATEMENT = {
  name: "account_timeline",
  text: `select * from (${SOURCES.join("\nunion all\n")}) e order by at desc, key desc limit $4`,
} as const;
