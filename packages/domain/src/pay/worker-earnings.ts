import type { PayConfirmationRow, WorkerEarnings } from "@sightline/contract/earnings";
import type { DomainContext } from "../context";
import { readWorkerFigures } from "../dispatch/worker-figures";
import { getBalance } from "../ledger/get-balance";
import { POSTINGS } from "../ledger/postings";
import { listHours, perActiveHour } from "./list-hours";

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const HOURS_SHOWN = 72;
const CONFIRMATIONS_SHOWN = 50;

/** What a worker has earned: today, for an hour of active time, pending, available, and how it came to that. */
export async function workerEarnings(
  ctx: Pick<DomainContext, "pool" | "clock" | "prices">,
  workerId: number,
): Promise<WorkerEarnings> {
  const nowMs = ctx.clock.nowMs();
  const [balance, figures, hours, confirmations] = await Promise.all([
    getBalance(ctx, workerId),
    readWorkerFigures(ctx.pool, workerId, nowMs),
    listHours(ctx, workerId, HOURS_SHOWN),
    listConfirmations(ctx, workerId),
  ]);
  const dayStartMs = Math.floor(nowMs / (DAY_HOURS * HOUR_MS)) * DAY_HOURS * HOUR_MS;
  return {
    availableMicros: balance.availableMicros,
    pendingMicros: balance.pendingMicros,
    todayMicros: figures.todayMicros,
    answeredToday: figures.answeredToday,
    perActiveHourMicros: await perActiveHour(ctx, workerId, hours),
    activeTodayMs: sum(hours.filter(({ fromMs }) => fromMs >= dayStartMs).map((hour) => hour.activeMs)),
    floorMicrosPerHour: ctx.prices.floorMicrosPerHour,
    hours,
    confirmations,
  };
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
