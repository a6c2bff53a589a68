import type { PayConfirmationRow, WorkerEarnings, WorkerHourRow } from "@sightline/contract/earnings";
import type { DomainContext } from "../context";
import { readWorkerFigures } from "../dispatch/worker-figures";
import { getBalance } from "../ledger/get-balance";
import { POSTINGS } from "../ledger/postings";
import { earnedInHour } from "./earned-in-hour";

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const HOURS_SHOWN = 72;
const CONFIRMATIONS_SHOWN = 50;
/** With less active time than this a rate for an hour would say nothing. */
const ACTIVE_MS_MIN = 60_000;

/** What a worker has earned: today, for an hour of active time, pending, available, and how it came to that. */
export async function workerEarnings(
  ctx: Pick<DomainContext, "pool" | "clock" | "prices">,
  workerId: number,
): Promise<WorkerEarnings> {
  const nowMs = ctx.clock.nowMs();
  const thisHour = Math.floor(nowMs / HOUR_MS);
  const [balance, figures, hours, confirmations, thisHourMicros] = await Promise.all([
    getBalance(ctx, workerId),
    readWorkerFigures(ctx.pool, workerId, nowMs),
    listHours(ctx, workerId),
    listConfirmations(ctx, workerId),
    earnedInHour(ctx.pool, { workerId, hour: thisHour }),
  ]);
  const lastDay = hours.filter(({ fromMs }) => fromMs > nowMs - DAY_HOURS * HOUR_MS);
  const activeMs = sum(lastDay.map((hour) => hour.activeMs));
  const earned = sum(lastDay.map((hour) => (hour.earnedMicros ?? 0) + (hour.topUpMicros ?? 0)));
  const isSettled = hours.find(({ fromMs }) => fromMs === thisHour * HOUR_MS)?.earnedMicros != null;
  const dayStartMs = Math.floor(nowMs / (DAY_HOURS * HOUR_MS)) * DAY_HOURS * HOUR_MS;
  return {
    availableMicros: balance.availableMicros,
    pendingMicros: balance.pendingMicros,
    todayMicros: figures.todayMicros,
    answeredToday: figures.answeredToday,
    perActiveHourMicros:
      activeMs < ACTIVE_MS_MIN
        ? null
        : Math.round(((earned + (isSettled ? 0 : thisHourMicros)) / activeMs) * HOUR_MS),
    activeTodayMs: sum(hours.filter(({ fromMs }) => fromMs >= dayStartMs).map((hour) => hour.activeMs)),
    floorMicrosPerHour: ctx.prices.floorMicrosPerHour,
    hours,
    confirmations,
  };
}

async function listHours(ctx: Pick<DomainContext, "pool">, workerId: number): Promise<WorkerHourRow[]> {
  const { rows } = await ctx.pool.query<{
    hour: number;
    active_ms: number;
    earned: number | null;
    top_up: number | null;
  }>({
    name: "worker_hours",
    text: `select hour, active_ms, earned_micros as earned, top_up_micros as top_up from worker_hour
           where worker_id = $1 order by hour desc limit ${HOURS_SHOWN}`,
    values: [workerId],
  });
  return rows.map((row) => ({
    fromMs: row.hour * HOUR_MS,
    activeMs: row.active_ms,
    earnedMicros: row.earned,
    topUpMicros: row.top_up,
  }));
}

async function listConfirmations(
  ctx: Pick<DomainContext, "pool">,
  workerId: number,
): Promise<PayConfirmationRow[]> {
  const { rows } = await ctx.pool.query<{ id: number; confirmed_at: Date; answers: number; micros: number }>({
    name: "pay_confirmations",
    text: `select c.id, c.confirmed_at, c.answers, t.micros from pay_confirmation c
             join transfer t on t.cause_id = c.id and t.line = ${POSTINGS.pay_confirmed.line}
           where c.worker_id = $1 order by c.id desc limit ${CONFIRMATIONS_SHOWN}`,
    values: [workerId],
  });
  return rows.map((row) => ({
    confirmationId: row.id,
    confirmedAtMs: row.confirmed_at.getTime(),
    answers: row.answers,
    micros: row.micros,
  }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
