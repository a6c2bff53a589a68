import { TASK_KINDS } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { STATES } from "./states";

export interface ServiceLoad {
  /** Workers at this process who have nothing to do. */
  idleWorkers: number;
  /** How many of its workers are busy, in percent; 100 when nobody is there. */
  loadPercent: number;
  /** From submission to answer, over the latest images; 0 when there are none. */
  meanSeconds: number;
}

const LATEST = 200;

/** How busy the service is. One bounded read. */
export async function readServiceLoad(ctx: Pick<DomainContext, "pool" | "floor">): Promise<ServiceLoad> {
  let [workers, idleWorkers] = [0, 0];
  for (const seat of ctx.floor.seats()) {
    workers++;
    if (seat.current === null && seat.isIdle) idleWorkers++;
  }
  const { rows } = await ctx.pool.query<{ seconds: number | null }>({
    name: "mean_image_seconds",
    text: `
      select round(avg(extract(epoch from finished_at - accepted_at)))::int as seconds
      from (
        select kind, state, accepted_at, finished_at from task order by id desc limit ${LATEST}
      ) latest where kind = ${TASK_KINDS.image.number} and state = ${STATES.answered}`,
  });
  return {
    idleWorkers,
    loadPercent: workers === 0 ? 100 : Math.round(((workers - idleWorkers) / workers) * 100),
    meanSeconds: rows[0]?.seconds ?? 0,
  };
}
