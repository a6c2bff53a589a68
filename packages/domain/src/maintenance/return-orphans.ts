import type { DomainContext } from "../context";
import { STATES } from "../tasks/states";
import { BATCH_MAX, type Service } from "./service";

/** Reserved tasks by open_task_reserved_idx, each with a look at its worker's tasks by open_task_worker_idx. */
export const ORPHANS_STATEMENT = {
  name: "orphans",
  text: `
select r.id, r.worker_id, r.lease_no from open_task r
where r.state = ${STATES.reserved} and not exists (
  select from open_task a where a.worker_id = r.worker_id and a.state = ${STATES.assigned})
order by r.id limit ${BATCH_MAX}`,
} as const;

/**
 * A reserved task has no clock, so nothing would ever return it if its worker's process died. It is an orphan when
 * its worker has nothing assigned and no open seat here. It goes back when two runs in a row find it so: a worker who
 * has just answered in another process is given the moment that starting the next task takes.
 */
export function returnOrphans(): Service {
  let seenBefore = new Set<string>();
  return {
    name: "return-orphans",
    everyMs: 1_000,
    async runOnce(ctx: DomainContext): Promise<number> {
      const { rows } = await ctx.hotPool.query<{ id: number; worker_id: number; lease_no: number }>(
        ORPHANS_STATEMENT,
      );
      const orphans = rows.filter(({ worker_id }) => ctx.floor.seatOf(worker_id)?.closed ?? true);
      const due = orphans.filter(({ id, lease_no }) => seenBefore.has(`${id}/${lease_no}`));
      seenBefore = new Set(orphans.map(({ id, lease_no }) => `${id}/${lease_no}`));
      await Promise.all(
        due.map(({ id, worker_id, lease_no }) =>
          ctx.lanes.settle.push([{ taskId: id, workerId: worker_id, leaseNo: lease_no, event: "give_back" }]),
        ),
      );
      return due.length;
    },
  };
}
