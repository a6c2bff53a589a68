import { PICTURE_HOURS_DEFAULT } from "@sightline/contract/retention";
import { firstIdAt } from "@sightline/db/task-id";
import { BATCH_MAX, type Service } from "../maintenance/service";
import { REPORT_WINDOW_MS } from "../reports/report-answer";

const HOUR_MS = 3_600_000;
/** At once, so that even the largest files are gone within a statement's time. */
const ROWS_MAX = 100;
const IDS_PER_HOUR = firstIdAt(HOUR_MS) - firstIdAt(0);

/** What is left of a task is what was asked and answered; the files are gone for good. */
const WIPED = "bytes = '', media_type = 0, width_px = 0, height_px = 0, more_files = null";

/** Somebody has yet to decide about it, or it is still to be solved. */
const needed = (taskId: string) => `(
  exists (select from moderation_case c where c.task_id = ${taskId} and c.state <> 2)
  or exists (select from open_task o where o.id = ${taskId}))`;

/** The batch's files are wiped; those that are needed are remembered instead. */
const WIPE = `
wiped as (
  update task_input i set ${WIPED} from batch b
  where i.task_id = b.task_id and i.bytes <> '' and not b.needed
  returning i.task_id
),
kept as (
  insert into kept_picture (task_id) select task_id from batch where needed on conflict do nothing
)`;

/** $1 ids below this are over their time. Accounts with a time of their own are left to the next statement. */
export const WIPE_USUAL = {
  name: "wipe_pictures",
  text: `
with found as materialized (
  select i.task_id from task_input i
  where i.task_id > (select wiped_to from picture_sweep where id = 1) and i.task_id < $1::bigint
  order by i.task_id limit ${ROWS_MAX}
),
batch as materialized (
  select f.task_id, ${needed("f.task_id")} as needed from found f
  where not exists (
    select from task t join picture_retention r on r.account_id = t.account_id where t.id = f.task_id)
),
${WIPE}
update picture_sweep set wiped_to = greatest(wiped_to, (select max(task_id) from found))
where id = 1 and exists (select from found) returning (select count(*)::int from found) as gone_through`,
} as const;

/** $1 the id that this moment has: an account's time ends so many ids before. A bounded batch for each account. */
export const WIPE_OWN = {
  name: "wipe_pictures_of_accounts",
  text: `
with found as materialized (
  select r.account_id, t.id as task_id from picture_retention r cross join lateral (
    select id from task where account_id = r.account_id and id > r.wiped_to
      and id < least($1::bigint - r.hours * ${IDS_PER_HOUR}::bigint,
        (select min(id) from open_task where account_id = r.account_id))
    order by id limit ${ROWS_MAX}
  ) t limit ${ROWS_MAX}
),
batch as materialized (select task_id, ${needed("task_id")} as needed from found),
${WIPE},
moved as (
  update picture_retention r set wiped_to = greatest(r.wiped_to, f.last)
  from (select account_id, max(task_id) as last from found group by account_id) f
  where r.account_id = f.account_id
)
select count(*)::int as gone_through from found`,
} as const;

/** What was kept for somebody's decision and is needed no more. */
const WIPE_KEPT = {
  name: "wipe_kept_pictures",
  text: `
with batch as materialized (
  select task_id, false as needed from kept_picture k where not ${needed("k.task_id")} limit ${ROWS_MAX}
),
wiped as (
  update task_input i set ${WIPED} from batch b where i.task_id = b.task_id and i.bytes <> ''
),
forgotten as (delete from kept_picture k using batch b where k.task_id = b.task_id)
select count(*)::int as gone_through from batch`,
} as const;

/**
 * No picture outlives its account's time, but for evidence of an open case. Ids are time-ordered, so each look begins
 * where the last one ended; what a second process does at the same moment is done already.
 */
export const wipePictures: Service = {
  name: "wipe-pictures",
  everyMs: 60_000,
  async runOnce({ hotPool, clock }) {
    const windowEnd = clock.nowMs() - REPORT_WINDOW_MS;
    const steps = [
      { ...WIPE_USUAL, values: [firstIdAt(windowEnd - PICTURE_HOURS_DEFAULT * HOUR_MS)] },
      { ...WIPE_OWN, values: [firstIdAt(windowEnd)] },
      WIPE_KEPT,
    ];
    let most = 0;
    for (const step of steps) {
      const { rows } = await hotPool.query<{ gone_through: number }>(step);
      most = Math.max(most, rows[0]?.gone_through ?? 0);
    }
    return most < ROWS_MAX ? most : BATCH_MAX;
  },
};
