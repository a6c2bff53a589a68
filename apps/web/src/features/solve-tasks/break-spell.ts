/** Work without a break, as it is kept on this device, by its time of day. */
export interface BreakSpell {
  readonly workedMs: number;
  /** When it was last looked, and when work was last under way. */
  readonly seenAtMs: number;
  readonly activeAtMs: number;
  /** Nothing is suggested before. */
  readonly quietUntilMs: number;
}

const MINUTE_MS = 60_000;
export const SUGGEST_AFTER_MS = 50 * MINUTE_MS;
/** A rest of this length is a break. */
const BREAK_MS = 5 * MINUTE_MS;
/** A look that came later than this has seen nobody work in between: the machine slept. */
const LOOK_MS_MAX = MINUTE_MS;
export const LATER_MS = 15 * MINUTE_MS;
export const NOT_TODAY_MS = 12 * 60 * MINUTE_MS;

export const NO_SPELL: BreakSpell = { workedMs: 0, seenAtMs: 0, activeAtMs: 0, quietUntilMs: 0 };

/** Adds the time since the last look when work was under way in it; a rest that was long enough ends the spell. */
export function lookAtSpell(spell: BreakSpell, isActive: boolean, nowMs: number): BreakSpell {
  // A clock that was set back has measured nothing.
  const sinceMs = Math.max(0, nowMs - spell.seenAtMs);
  const rested = Math.abs(nowMs - spell.activeAtMs) >= BREAK_MS;
  const workedMs = rested ? 0 : spell.workedMs;
  return {
    ...spell,
    workedMs: workedMs + (isActive && !rested ? Math.min(sinceMs, LOOK_MS_MAX) : 0),
    seenAtMs: nowMs,
    activeAtMs: isActive ? nowMs : spell.activeAtMs,
  };
}

/** Minutes of work when a break is worth suggesting, else null. */
export function breakIsDue({ workedMs, quietUntilMs }: BreakSpell, nowMs: number): number | null {
  return workedMs >= SUGGEST_AFTER_MS && nowMs >= quietUntilMs ? Math.floor(workedMs / MINUTE_MS) : null;
}

export function isBreakSpell(stored: unknown): stored is BreakSpell {
  const spell = stored as BreakSpell | null;
  return (
    typeof spell === "object" &&
    spell !== null &&
    [spell.workedMs, spell.seenAtMs, spell.activeAtMs, spell.quietUntilMs].every(Number.isFinite)
  );
}
