import { CASE_KINDS } from "@sightline/contract/moderation";
import { CHALLENGE_KINDS, TASK_KINDS } from "@sightline/contract/task-kinds";
import { firstIdAt } from "@sightline/db/task-id";
import type { Service } from "../maintenance/service";

const HOUR_MS = 3_600_000;
const NEW_FOR_MS = 7 * 24 * HOUR_MS;
const SAMPLES_PER_ACCOUNT = 3;
const ACCOUNTS_PER_RUN = 50;
const PICTURE_LESS: number[] = [...CHALLENGE_KINDS, "text" as const].map((kind) => TASK_KINDS[kind].number);

/**
 * Lets staff look at a sample of what a new account sends (product.md, "authorised use"): within its first week three
 * of its pictures, one an hour at most.
 */
export const sampleFirstTasks: Service = {
  name: "sample-first-tasks",
  everyMs: 60_000,
  async runOnce(ctx) {
    const nowMs = ctx.clock.nowMs();
    const { rowCount } = await ctx.pool.query({
      ...SAMPLE_STATEMENT,
      values: [
        new Date(nowMs),
        new Date(nowMs - NEW_FOR_MS),
        firstIdAt(nowMs - HOUR_MS),
        new Date(nowMs - HOUR_MS),
        PICTURE_LESS,
      ],
    });
    // One batch a minute is the pace that is wanted, however many there are.
    return Math.min(rowCount ?? 0, 1);
  },
};

/** $1 now, $2 accounts since, $3 first id of the last hour, $4 an hour ago, $5 kinds without a picture. */
const SAMPLE_STATEMENT = {
  name: "sample_first_tasks",
  text: `
insert into moderation_case (kind, subject, task_id, account_id, opened_at, deadline_at)
select 'first_tasks_sample', 'task:' || t.id, t.id, p.account_id, $1::timestamptz,
  $1::timestamptz + interval '${CASE_KINDS.first_tasks_sample.decideWithinMs} milliseconds'
from account_profile p
cross join lateral (
  select count(*) as samples, max(c.opened_at) as latest from moderation_case c
  where c.account_id = p.account_id and c.kind = 'first_tasks_sample'
) s
cross join lateral (
  select id from task where account_id = p.account_id and id >= $3 and kind <> all($5::smallint[])
  order by id desc limit 1
) t
where p.created_at > $2 and not p.demo and s.samples < ${SAMPLES_PER_ACCOUNT} and coalesce(s.latest < $4, true)
order by p.account_id limit ${ACCOUNTS_PER_RUN}
on conflict do nothing`,
} as const;
