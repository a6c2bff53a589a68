/** What a turn is when the customer names none (protocol.md section 1.4). */
const USUAL_STEP = 40;

/** Whole degrees, clockwise positive, of so many steps of the customer's angle. */
export function turnDegrees(turns: number, step = USUAL_STEP): number {
  return Math.round(turns * step) || 0;
}

/** How many steps lead to these degrees, at best. */
export function turnsOfDegrees(degrees: number, step = USUAL_STEP): number {
  return Math.round(degrees / step) || 0;
}

/** The most steps to either side: up to half a turn. */
export function turnsMax(step = USUAL_STEP): number {
  return Math.max(1, Math.floor(180 / step));
}

/**
 * One step further. Past half a turn it goes on from the other side when the steps divide the whole circle, so
 * that no position is far away; else it stops there.
 */
export function turnBy(turns: number, by: 1 | -1, step = USUAL_STEP): number {
  const max = turnsMax(step);
  const next = turns + by;
  if (Math.abs(next) <= max) return next;
  const circle = 360 / step;
  const divides = Math.abs(circle - Math.round(circle)) < 1e-9;
  return divides ? next - by * Math.round(circle) : turns;
}
