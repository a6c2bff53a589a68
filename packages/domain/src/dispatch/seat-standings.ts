import type { DomainContext } from "../context";
import { readStandings } from "../workers/standing";
import type { Seat } from "./seat";

/** Seats learn what is known of their workers as of now, in one read: the ranking asks nobody. */
export async function seatStandings(
  { pool, clock }: Pick<DomainContext, "pool" | "clock">,
  seats: readonly Seat[],
): Promise<void> {
  if (seats.length === 0) return;
  const workerIds = seats.map(({ workerId }) => workerId);
  const standings = await readStandings(pool, workerIds, clock.nowMs());
  for (const seat of seats) seat.standing = standings.get(seat.workerId) ?? seat.standing;
}
