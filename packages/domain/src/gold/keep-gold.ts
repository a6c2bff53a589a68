import { BATCH_MAX, type Service } from "../maintenance/service";
import { nextLesson } from "../workers/next-lesson";

/** Knows of which kinds there is gold, whatever was heard, judges what a process that died has left, and begins training. */
export const keepGold: Service = {
  name: "keep-gold",
  everyMs: 2_000,
  async runOnce(ctx) {
    await ctx.gold.load();
    const { rows } = await ctx.pool.query<{ task_id: number }>({
      name: "gold_left_over",
      text: `select s.task_id from gold_showing s
             where s.outcome is null and not exists (select from open_task o where o.id = s.task_id)
             order by s.worker_id, s.task_id limit ${BATCH_MAX}`,
    });
    await Promise.all(rows.map(({ task_id }) => ctx.gold.judge.push(task_id)));
    for (const seat of ctx.floor.seats()) if (seat.ready && seat.isIdle) await nextLesson(ctx, seat);
    return rows.length;
  },
};
