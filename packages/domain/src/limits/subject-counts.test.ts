import { expect, test } from "vitest";
import { SubjectCounts } from "./subject-counts";

test("a newcomer takes the place of a subject that is idle", () => {
  const counts = new SubjectCounts(1_000, 3);
  counts.add("busy", 0);
  counts.add("idle", 0);
  counts.add("recent", 5_000);
  counts.add("busy", 5_000);
  counts.add("newcomer", 5_000);
  expect(["busy", "idle", "recent", "newcomer"].map((subject) => counts.total(subject, 5_000))).toEqual([
    2 - 1,
    0,
    1,
    1,
  ]);
});

test("the number of subjects stays bounded when all of them are busy", () => {
  const counts = new SubjectCounts(1_000, 50);
  for (let subject = 0; subject < 5_000; subject++) counts.add(subject, 0);
  expect(counts.size).toBe(50);
});
