import type { DomainContext } from "../context";
import { enrolWorkers } from "../workers/enrol-workers";
import { ALL_KINDS, readStandings } from "../workers/standing";
import type { Seat } from "./seat";

/** Seats learn what is known of their workers as of now, in one read: the ranking asks nobody. Who sits down for the
 * first time is enrolled. */
export async function seatStandings(
  { pool, clock }: Pick<DomainContext, "pool" | "clock">,
  seats: readonly Seat[],
): Promise<void> {
  if (seats.length === 0) return;
  const workerIds = seats.map(({ workerId }) => workerId);
  const standings = await readStandings(pool, workerIds, clock.nowMs());
  const unenrolled = seats.filter(({ workerId, onlyOwn }) => {
    return !onlyOwn && (standings.get(workerId)?.enrolledKinds ?? 0) < ALL_KINDS.size;
  });
  if (unenrolled.length > 0) {
    const newIds = unenrolled.map(({ workerId }) => workerId);
    await enrolWorkers(pool, newIds, clock.nowMs());
    for (const [id, standing] of await readStandings(pool, newIds, clock.nowMs()))
      standings.set(id, standing);
  }
  for (const seat of seats) seat.standing = standings.get(seat.workerId) ?? seat.standing;
}
