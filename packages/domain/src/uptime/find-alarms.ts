import type { FloorAlarm } from "@sightline/contract/floor";
import type { FloorView } from "@sightline/contract/staff";
import { TASK_KINDS } from "@sightline/contract/task-kinds";

const MANY_UNSOLVED = 0.2;
const ENDED_MIN = 20;
/** A task that has waited for half its life may well end unsolved. */
const WAITED_SHARE = 0.5;

/** What on the floor somebody should look at now. */
export function findAlarms(
  floor: Pick<FloorView, "kinds" | "workers" | "ledgerDifferenceMicros">,
): FloorAlarm[] {
  const alarms: FloorAlarm[] = [];
  const queued = floor.kinds.reduce((sum, kind) => sum + kind.queued, 0);
  if (floor.ledgerDifferenceMicros !== 0)
    alarms.push({ alarm: "ledger_off", micros: floor.ledgerDifferenceMicros });
  if (queued > 0 && floor.workers.connected === 0) alarms.push({ alarm: "nobody_at_work", queued });
  for (const { kind, oldestQueuedMs, answered10min, unsolved10min } of floor.kinds) {
    if (oldestQueuedMs !== null && oldestQueuedMs > TASK_KINDS[kind].lifetimeMs * WAITED_SHARE)
      alarms.push({ alarm: "tasks_wait_long", kind, oldestMs: oldestQueuedMs });
    const ended = answered10min + unsolved10min;
    const share = ended === 0 ? 0 : unsolved10min / ended;
    if (ended >= ENDED_MIN && share > MANY_UNSOLVED) alarms.push({ alarm: "many_unsolved", kind, share });
  }
  return alarms;
}
