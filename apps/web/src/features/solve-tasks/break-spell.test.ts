import { expect, test } from "vitest";
import { type BreakSpell, breakIsDue, isBreakSpell, LATER_MS, lookAtSpell, NO_SPELL } from "./break-spell";

const MINUTE_MS = 60_000;
const START_MS = 1_800_000_000_000;

/** Looks every 20 seconds for so many minutes, from when the spell was last looked at. */
function pass(minutes: number, isActive: boolean, spell: BreakSpell): BreakSpell {
  let after = spell;
  for (let i = 0; i < minutes * 3; i++) after = lookAtSpell(after, isActive, after.seenAtMs + 20_000);
  return after;
}

const begun = lookAtSpell(NO_SPELL, true, START_MS);

test("a break is suggested after fifty minutes of work, and not before", () => {
  const almost = pass(49, true, begun);
  expect(breakIsDue(almost, almost.seenAtMs)).toBeNull();
  const due = pass(1, true, almost);
  expect(breakIsDue(due, due.seenAtMs)).toBe(50);
});

test("short waits are no work and no break; five minutes of rest begin anew", () => {
  const waited = pass(4, false, pass(49, true, begun));
  expect(breakIsDue(waited, waited.seenAtMs)).toBeNull();
  const due = pass(1, true, waited);
  expect(breakIsDue(due, due.seenAtMs)).toBe(50);
  const rested = pass(5, false, due);
  expect(rested.workedMs).toBe(0);
  const after = pass(10, true, rested);
  expect(breakIsDue(after, after.seenAtMs)).toBeNull();
});

test("who puts it off is asked again when they said", () => {
  const due = pass(50, true, begun);
  const putOff = { ...due, quietUntilMs: due.seenAtMs + LATER_MS };
  const soon = pass(14, true, putOff);
  expect(breakIsDue(soon, soon.seenAtMs)).toBeNull();
  const later = pass(2, true, soon);
  expect(breakIsDue(later, later.seenAtMs)).toBe(66);
});

test("a machine that slept, and a clock that was set back, count nothing as work", () => {
  const spell = pass(40, true, begun);
  const slept = lookAtSpell(spell, true, spell.seenAtMs + 4 * MINUTE_MS);
  expect(slept.workedMs).toBe(41 * MINUTE_MS);
  expect(lookAtSpell(spell, true, spell.seenAtMs + 8 * 60 * MINUTE_MS).workedMs).toBe(0);
  expect(lookAtSpell(spell, true, spell.seenAtMs - MINUTE_MS).workedMs).toBe(40 * MINUTE_MS);
});

test("what is kept is taken only when it is a spell", () => {
  expect(isBreakSpell(begun)).toBe(true);
  for (const other of [null, 7, {}, { ...begun, workedMs: "much" }]) expect(isBreakSpell(other)).toBe(false);
});
