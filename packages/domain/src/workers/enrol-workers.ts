import { STAGES, TRAINING } from "@sightline/contract/score";
import { TASK_KINDS } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";
import { GOLD_STATES } from "../gold/hand-out-statement";
import { numberArray } from "../tasks/id-range";

const KIND_NUMBERS = numberArray(Object.values(TASK_KINDS).map(({ number }) => number));

/**
 * Where a worker begins in each kind, once for each: in training where there is enough material for it and the exam,
 * else in probation, so that an installation without any works.
 */
export async function enrolWorkers(pool: Pool, workerIds: readonly number[], nowMs: number): Promise<void> {
  await pool.query({
    name: "enrol_workers",
    text: `
      with kind as materialized (
        select k.kind, (select count(*) from (select from gold_task g where g.kind = k.kind and g.state = ${GOLD_STATES.in_use}
          limit ${TRAINING.materialMin}) m) >= ${TRAINING.materialMin} as can_train
        from unnest($2::smallint[]) k(kind)
      )
      insert into worker_standing (worker_id, kind, stage, stage_since)
      select w.id, k.kind, case when k.can_train then ${STAGES.training} else ${STAGES.probation} end, $3::timestamptz
      from unnest($1::int[]) w(id) cross join kind k order by w.id, k.kind
      on conflict do nothing`,
    values: [numberArray(workerIds), KIND_NUMBERS, new Date(nowMs)],
  });
}
