import { CASE_KINDS } from "@sightline/contract/moderation";
import { CHALLENGE_KINDS, TASK_KINDS } from "@sightline/contract/task-kinds";
import { firstIdAt } from "@sightline/db/task-id";
import type { Service } from "../maintenance/service";
import { STATES } from "../tasks/states";
import { GOLD_STATES } from "./hand-out-statement";

const LOOK_BACK_MS = 10 * 60_000;
const ACCOUNTS_PER_RUN = 20;
const OPEN_PROPOSALS_MAX = 200;
const CONFIDENCE_MIN = 0.99;
const ANSWERS_MIN = 2;
const CHALLENGE_NUMBERS = CHALLENGE_KINDS.map((kind) => TASK_KINDS[kind].number);

/**
 * One task of each customer who allows it, of the last ten minutes, of whose answer the crowd was sure, becomes a proposal; and a case asks staff, who read it
 * themselves before they see the answer. By task_account_idx, one look for each such customer. Nothing more is proposed
 * while many proposals wait.
 */
const PROPOSE_STATEMENT = {
  name: "propose_gold",
  text: `
with source as materialized (
  select t.* from crowd_setting c cross join lateral (
    select id, account_id, kind, answer, confidence from task t
    where t.account_id = c.account_id and t.id >= $1::bigint and t.state = ${STATES.answered}
      and t.confidence >= ${CONFIDENCE_MIN} and t.answers_count >= ${ANSWERS_MIN} and t.kind <> all($3::smallint[])
      and not exists (select from gold_task g where g.source_task_id = t.id)
    order by t.id desc limit 1
  ) t
  where c.shares_gold and (select count(*) from gold_task where state = ${GOLD_STATES.proposed}) < ${OPEN_PROPOSALS_MAX}
  limit ${ACCOUNTS_PER_RUN}
),
proposed as (
  insert into gold_task (kind, state, bytes, media_type, width_px, height_px, more_files, hints, answers,
    source_task_id, confidence, added_at)
  select s.kind, ${GOLD_STATES.proposed}, i.bytes, i.media_type, i.width_px, i.height_px, i.more_files, i.hints,
    array[s.answer], s.id, s.confidence, $2::timestamptz
  from source s join task_input i on i.task_id = s.id and i.task_id >= $1::bigint
  on conflict do nothing
  returning id, source_task_id, confidence
)
insert into moderation_case (kind, subject, task_id, account_id, about, opened_at, deadline_at)
select 'gold_proposal', 'gold:' || p.id, s.id, s.account_id, json_build_object('confidence', round(p.confidence::numeric, 4)),
  $2::timestamptz, $2::timestamptz + interval '${CASE_KINDS.gold_proposal.decideWithinMs} milliseconds'
from proposed p join source s on s.id = p.source_task_id
on conflict do nothing`,
} as const;

/** Material for gold tasks out of customers' tasks, with their permission. */
export const proposeGold: Service = {
  name: "propose-gold",
  everyMs: 60_000,
  async runOnce(ctx) {
    const nowMs = ctx.clock.nowMs();
    const { rowCount } = await ctx.pool.query({
      ...PROPOSE_STATEMENT,
      values: [firstIdAt(nowMs - LOOK_BACK_MS), new Date(nowMs), CHALLENGE_NUMBERS],
    });
    return rowCount ?? 0;
  },
};
