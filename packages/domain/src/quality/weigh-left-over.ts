import { BATCH_MAX, type Service } from "../maintenance/service";
import { STATES } from "../tasks/states";

/** By open_task_weighed_idx. */
export const LEFT_OVER_STATEMENT = {
  name: "weighed_left_over",
  text: `select id from open_task where state = ${STATES.weighed} order by id limit ${BATCH_MAX}`,
} as const;

/** A task stays weighed for milliseconds; one whose process died in between is weighed by whoever sees it next. */
export const weighLeftOver: Service = {
  name: "weigh-left-over",
  everyMs: 1_000,
  async runOnce(ctx) {
    const { rows } = await ctx.hotPool.query<{ id: number }>(LEFT_OVER_STATEMENT);
    await Promise.all(rows.map(({ id }) => ctx.weighing.push(id)));
    return rows.length;
  },
};
