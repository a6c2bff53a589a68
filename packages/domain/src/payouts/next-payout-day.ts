const DAY_MS = 86_400_000;
const HALF_DAY_MS = DAY_MS / 2;

/**
 * The noon (UTC) of the next day on which is paid out: a planned day until it is over, else the next one of the week;
 * null where the operator has set neither.
 */
export function nextPayoutDay(
  { payoutsPlannedAt, payoutWeekday }: { payoutsPlannedAt: Date | null; payoutWeekday: number | null },
  nowMs: number,
): number | null {
  if (payoutsPlannedAt !== null && payoutsPlannedAt.getTime() + HALF_DAY_MS > nowMs)
    return payoutsPlannedAt.getTime();
  if (payoutWeekday === null) return null;
  const daysAhead = (payoutWeekday - new Date(nowMs).getUTCDay() + 7) % 7;
  return Math.floor(nowMs / DAY_MS + daysAhead) * DAY_MS + HALF_DAY_MS;
}
