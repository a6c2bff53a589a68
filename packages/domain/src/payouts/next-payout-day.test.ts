import { expect, test } from "vitest";
import { nextPayoutDay } from "./next-payout-day";

const at = (time: string) => Date.parse(time);
const day = (time: string, payoutWeekday: number | null, planned: string | null = null) => {
  const payoutsPlannedAt = planned === null ? null : new Date(`${planned}T12:00:00Z`);
  const next = nextPayoutDay({ payoutsPlannedAt, payoutWeekday }, at(time));
  return next === null ? null : new Date(next).toISOString().slice(0, 10);
};

test("the payout's weekday is its next one, and its own day until that is over", () => {
  // 2026-11-25 is a Wednesday.
  expect(day("2026-11-25T23:59:59Z", 3)).toBe("2026-11-25");
  expect(day("2026-11-26T00:00:00Z", 3)).toBe("2026-12-02");
  expect(day("2026-11-25T00:00:00Z", 5)).toBe("2026-11-27");
  expect(day("2026-11-25T12:00:00Z", 2)).toBe("2026-12-01");
  expect(day("2026-11-25T12:00:00Z", 0)).toBe("2026-11-29");
});

test("a planned day comes before the weekday until it is over", () => {
  expect(day("2026-11-25T12:00:00Z", 5, "2026-12-24")).toBe("2026-12-24");
  expect(day("2026-12-24T23:59:59Z", 5, "2026-12-24")).toBe("2026-12-24");
  expect(day("2026-12-25T00:00:00Z", 1, "2026-12-24")).toBe("2026-12-28");
});

test("without either there is no payout's day", () => {
  expect(day("2026-11-25T12:00:00Z", null)).toBeNull();
  expect(day("2026-11-25T12:00:00Z", null, "2026-11-24")).toBeNull();
});
