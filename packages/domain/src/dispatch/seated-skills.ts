import { NO_EVIDENCE, skillMean } from "../quality/skill";
import type { Seat } from "./seat";

const SKILL_UNKNOWN = skillMean(NO_EVIDENCE);

/** How often each of these workers is right, of those who may solve this kind. */
export function* seatedSkills(seats: Iterable<Seat>, kindNumber: number): Generator<number> {
  for (const seat of seats) {
    if (!seat.ready || seat.closed || seat.onlyOwn) continue;
    const { kinds, skills } = seat.taker();
    if (kinds.has(kindNumber)) yield skills.get(kindNumber) ?? SKILL_UNKNOWN;
  }
}
