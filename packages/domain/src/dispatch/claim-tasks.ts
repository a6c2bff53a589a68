import type { Pool } from "@sightline/db/database";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { numberArray } from "../tasks/id-range";
import { EVENTS } from "../tasks/states";
import type { Match } from "./match-tasks";

export interface ClaimedTask {
  taskId: number;
  accountId: number;
  kindNumber: number;
  workerId: number;
  leaseNo: number;
  leaseUntilMs: number | null;
  leaseMs: number;
  shareMicros: number;
  /** The worker who had it reserved until now, when an idle one has taken it over. */
  takenFrom: number | null;
}

/** Hands out what the ranking chose; only what took effect comes back. */
export async function claimTasks(
  pool: Pool,
  matches: readonly Match[],
  nowMs: number,
): Promise<ClaimedTask[]> {
  const { rows } = await pool.query<{
    id: number;
    account_id: number;
    kind: number;
    worker_id: number;
    lease_no: number;
    lease_until: Date | null;
    lease_ms: number;
    share_micros: number;
    taken_from: number | null;
  }>({
    ...CLAIM_STATEMENT,
    values: [
      numberArray(matches.map(({ taskId }) => taskId)),
      numberArray(matches.map(({ workerId }) => workerId)),
      numberArray(matches.map(({ event }) => EVENTS[event].number)),
      new Date(nowMs),
    ],
  });
  return rows.map((row) => ({
    taskId: row.id,
    accountId: row.account_id,
    kindNumber: row.kind,
    workerId: row.worker_id,
    leaseNo: row.lease_no,
    leaseUntilMs: row.lease_until?.getTime() ?? null,
    leaseMs: row.lease_ms,
    shareMicros: row.share_micros,
    takenFrom: row.taken_from,
  }));
}
