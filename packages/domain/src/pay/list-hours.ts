import type { WorkerHourRow } from "@sightline/contract/earnings";
import type { DomainContext } from "../context";
import { earnedInHour } from "./earned-in-hour";

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
/** With less active time than this a rate for an hour would say nothing. */
const ACTIVE_MS_MIN = 60_000;

/** The newest hours in which a worker was active, the newest first. */
export async function listHours(
  { pool }: Pick<DomainContext, "pool">,
  workerId: number,
  limit: number,
): Promise<WorkerHourRow[]> {
  const { rows } = await pool.query<{
    hour: number;
    active_ms: number;
    earned: number | null;
    top_up: number | null;
  }>({
    name: "worker_hours",
    text: `select hour, active_ms, earned_micros as earned, top_up_micros as top_up from worker_hour
           where worker_id = $1 order by hour desc limit $2::int`,
    values: [workerId, limit],
  });
  return rows.map((row) => ({
    fromMs: row.hour * HOUR_MS,
    activeMs: row.active_ms,
    earnedMicros: row.earned,
    topUpMicros: row.top_up,
  }));
}

/** What an hour of active time brought in the last 24 hours, this one included; null with too little active time. */
export async function perActiveHour(
  { pool, clock }: Pick<DomainContext, "pool" | "clock">,
  workerId: number,
  hours: readonly WorkerHourRow[],
): Promise<number | null> {
  const nowMs = clock.nowMs();
  const thisHour = Math.floor(nowMs / HOUR_MS);
  const lastDay = hours.filter(({ fromMs }) => fromMs > nowMs - DAY_HOURS * HOUR_MS);
  const activeMs = sum(lastDay.map((hour) => hour.activeMs));
  if (activeMs < ACTIVE_MS_MIN) return null;
  const settled = sum(lastDay.map((hour) => (hour.earnedMicros ?? 0) + (hour.topUpMicros ?? 0)));
  const isSettled = hours.find(({ fromMs }) => fromMs === thisHour * HOUR_MS)?.earnedMicros != null;
  const thisHourMicros = isSettled ? 0 : await earnedInHour(pool, { workerId, hour: thisHour });
  return Math.round(((settled + thisHourMicros) / activeMs) * HOUR_MS);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
