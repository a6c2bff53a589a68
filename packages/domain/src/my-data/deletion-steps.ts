import { TASK_KINDS } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { removeSite } from "../sites/remove-site";

const ROWS_MAX = 200;
const SITES_MAX = 20;

/** A bounded piece of the work. `cursor` is where the next one goes on; null when there is nothing left. */
type Step = (ctx: DomainContext, accountId: number, cursor: number) => Promise<number | "wait" | null>;

/** Tables whose rows of an account go for good: the column that says whose, and what names a row. */
const TABLES = {
  notice: ["account_id", "id"],
  callback: ["account_id", "task_id"],
  callback_host: ["account_id", "account_id, host, port"],
  callback_secret: ["account_id", "account_id"],
  billing_profile: ["account_id", "account_id"],
  recognition_setting: ["account_id", "account_id, kind"],
  maximum_rate: ["account_id", "account_id, kind"],
  picture_retention: ["account_id", "account_id"],
  request_retention: ["account_id", "account_id"],
  crowd_setting: ["account_id", "account_id"],
  favourite_worker: ["customer_id", "customer_id, worker_id"],
  account_trace: ["account_id", "account_id, sort, hash"],
  idempotency_key: ["account_id", "account_id, key"],
  bad_target: ["account_id", "account_id, what, digest"],
  site_check: ["account_id", "id"],
  request_log: ["account_id", "account_id, id"],
  worker_profile: ["worker_id", "worker_id"],
  worker_presence: ["worker_id", "worker_id"],
  worker_v3_score: ["worker_id", "worker_id"],
  payout_address: ["account_id", "id"],
  data_export: ["account_id", "id"],
} as const satisfies Record<string, readonly [owner: string, key: string]>;

/** What is done after an account has ended, in this order. Each piece may be done twice. */
export const DELETION_STEPS: readonly Step[] = [
  openTasksHaveEnded,
  sitesAreForgotten,
  filesAreWiped,
  ...Object.entries(TABLES).map(([table, [owner, key]]) => rowsAreGone(table, owner, key)),
];

async function openTasksHaveEnded({ pool }: DomainContext, accountId: number): Promise<"wait" | null> {
  const { rows } = await pool.query({
    name: "deletion_waits",
    text: `select from open_task where account_id = $1
           union all select from open_task where worker_id = $1 limit 1`,
    values: [accountId],
  });
  return rows.length > 0 ? "wait" : null;
}

/** By the verb that removes one: its case is withdrawn and the site forgotten everywhere. */
async function sitesAreForgotten(ctx: DomainContext, accountId: number): Promise<number | null> {
  const { rows } = await ctx.pool.query<{ id: number }>({
    name: "deletion_sites",
    text: `select id from site where account_id = $1 order by id limit ${SITES_MAX}`,
    values: [accountId],
  });
  for (const { id } of rows) await removeSite(ctx, { accountId, siteId: id });
  return rows.length < SITES_MAX ? null : 0;
}

/**
 * Files, what was asked about them, and typed answers; the rest of a task is what its money needs. Evidence of an open
 * case is remembered, and emptied when it is decided (retention/wipe-pictures.ts).
 */
async function filesAreWiped({ pool }: DomainContext, accountId: number, cursor: number) {
  const { rows } = await pool.query<{ last: number | null }>({ ...WIPE, values: [accountId, cursor, TYPED] });
  return rows[0]?.last ?? null;
}

const TYPED = Object.values(TASK_KINDS)
  .filter(({ answer }) => answer === "text")
  .map(({ number }) => number);

/** $1 account, $2 tasks after this id, $3 kinds whose answers are typed. By task_account_idx. */
const WIPE = {
  name: "deletion_wipes",
  text: `
with found as materialized (
  select id from task where account_id = $1 and id > $2 order by id limit ${ROWS_MAX}
),
batch as materialized (
  select id, exists (select from moderation_case c where c.task_id = f.id and c.state <> 2) as needed from found f
),
wiped as (
  update task_input i set bytes = '', media_type = 0, width_px = 0, height_px = 0, more_files = null, hints = null,
    sender = null
  from batch b where i.task_id = b.id and not b.needed
),
unread as (
  update task t set answer = '' from batch b
  where t.id = b.id and not b.needed and t.answer <> '' and t.kind = any($3::smallint[])
),
kept as (
  insert into kept_picture (task_id) select id from batch where needed on conflict do nothing
)
select max(id) as last from found`,
} as const;

function rowsAreGone(table: string, owner: string, key: string): Step {
  return async ({ pool }, accountId) => {
    const { rowCount } = await pool.query(
      `delete from ${table} where (${key}) in (select ${key} from ${table} where ${owner} = $1 limit ${ROWS_MAX})`,
      [accountId],
    );
    return (rowCount ?? 0) < ROWS_MAX ? null : 0;
  };
}
