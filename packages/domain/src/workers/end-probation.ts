import { PROBATION, STAGES } from "@sightline/contract/score";
import { BATCH_MAX, type Service } from "../maintenance/service";

/**
 * Ends the probation of workers of whom enough is known, whatever it is known by: gold, agreement, reports. Who errs too
 * often stays in it; what follows then is for a person to decide. By worker_standing_probation_idx.
 */
export const endProbation: Service = {
  name: "end-probation",
  everyMs: 5_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "end_probation",
      text: `
        update worker_standing s set stage = ${STAGES.full}, stage_since = $1::timestamptz, stage_judged = 0, stage_right = 0
        from (
          select worker_id, kind from worker_standing
          where stage = ${STAGES.probation} and right_weight + wrong_weight >= ${PROBATION.judgedMin}
            and right_weight >= ${PROBATION.rightShareMin} * (right_weight + wrong_weight)
          order by worker_id, kind limit ${BATCH_MAX} for update skip locked
        ) d where s.worker_id = d.worker_id and s.kind = d.kind`,
      values: [new Date(ctx.clock.nowMs())],
    });
    return rowCount ?? 0;
  },
};
