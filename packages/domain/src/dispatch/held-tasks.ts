import type { TaskParams } from "@sightline/contract/task-params";
import type { Pool } from "@sightline/db/database";
import type { StoredFile } from "@sightline/db/schema/task";
import { STATES } from "../tasks/states";
import { countPictures } from "../tasks/task-inputs";
import type { HeldTask } from "./seat";

/** What one worker holds by the table: the truth that seats are corrected by. */
export interface HeldByWorker {
  current: HeldTask | null;
  ahead: HeldTask[];
  given: HeldTask[];
}

/** By open_task_worker_idx; hints by primary key, in the one partition that each id can be in. */
export const HELD_TASKS_STATEMENT = {
  name: "held_tasks",
  text: `
select o.id, o.account_id, o.kind, o.state, o.worker_id, o.lease_no, o.lease_ms, o.lease_until, o.share_micros, i.hints,
  i.width_px, i.height_px, i.more_files
from open_task o left join task_input i on i.task_id = o.id
where o.worker_id = any($1::int[]) order by o.id`,
} as const;

/** What each of these workers holds. Workers who hold nothing have no entry. */
export async function readHeldTasks(
  pool: Pool,
  workerIds: readonly number[],
): Promise<Map<number, HeldByWorker>> {
  const { rows } = await pool.query<{
    id: number;
    account_id: number;
    kind: number;
    state: number;
    worker_id: number;
    lease_no: number;
    lease_ms: number;
    lease_until: Date | null;
    share_micros: number;
    hints: TaskParams | null;
    width_px: number | null;
    height_px: number | null;
    more_files: StoredFile[] | null;
  }>({ ...HELD_TASKS_STATEMENT, values: [workerIds] });
  const byWorker = new Map<number, HeldByWorker>();
  for (const row of rows) {
    const held: HeldByWorker = byWorker.get(row.worker_id) ?? { current: null, ahead: [], given: [] };
    byWorker.set(row.worker_id, held);
    const task: HeldTask = {
      taskId: row.id,
      leaseNo: row.lease_no,
      accountId: row.account_id,
      kindNumber: row.kind,
      leaseMs: row.lease_ms,
      leaseUntilMs: row.state === STATES.reserved ? null : (row.lease_until?.getTime() ?? null),
      shareMicros: row.share_micros,
      params: row.hints ?? {},
      widthPx: row.width_px ?? 0,
      heightPx: row.height_px ?? 0,
      pictures: countPictures(row.more_files ?? []),
    };
    if (row.state === STATES.assigned && held.current === null) held.current = task;
    else if (row.state === STATES.given) held.given.push(task);
    else held.ahead.push(task);
  }
  return byWorker;
}
