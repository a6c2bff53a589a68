export interface RateLoad {
  rateMicros: number;
  tablePriceMicros: number;
  rateMinMicros: number;
  rateMaxMicros: number;
  queued: number;
  idleWorkers: number;
}

/** A rate goes this part of the way at a time, so that a moment's burst does not jump. */
const STEP = 0.1;

/**
 * The rate that follows from the load: towards the highest as more tasks wait than workers are idle, towards the
 * lowest as more workers are idle than tasks wait, and to the table price when the two are even.
 */
export function nextRate(load: RateLoad): number {
  const { rateMicros, tablePriceMicros, rateMinMicros, rateMaxMicros, queued, idleWorkers } = load;
  const pressure = (queued - idleWorkers) / Math.max(queued + idleWorkers, 1);
  const room = pressure > 0 ? rateMaxMicros - tablePriceMicros : tablePriceMicros - rateMinMicros;
  const goal = Math.round(tablePriceMicros + room * pressure);
  const way = (goal - rateMicros) * STEP;
  const next = rateMicros + (way > 0 ? Math.ceil(way) : Math.floor(way));
  return Math.min(Math.max(next, rateMinMicros), rateMaxMicros);
}
