import { MovableClock } from "@sightline/testing/movable-clock";
import { expect, test } from "vitest";
import { RecentSubmissions } from "./recent-submissions";

const CUSTOMER = 1_000;

test("the same contents within ten seconds name the task they became, and afterwards nothing", () => {
  const clock = new MovableClock(0);
  const recent = new RecentSubmissions(clock);
  expect(recent.note(CUSTOMER, ["a", "b"], 1)).toBeNull();
  clock.advance(9_999);
  expect(recent.note(CUSTOMER + 1, ["a", "b"], 2)).toBeNull();
  expect(recent.note(CUSTOMER, ["a", "b"], 3)).toBe(1);
  clock.advance(10_000);
  expect(recent.note(CUSTOMER, ["a", "b"], 4)).toBeNull();
});

test("of a flood the newest are remembered", () => {
  const recent = new RecentSubmissions(new MovableClock(0));
  for (let taskId = 1; taskId <= 30_000; taskId++) recent.note(CUSTOMER, [`content ${taskId}`], taskId);
  expect(recent.note(CUSTOMER, ["content 30000"], 30_001)).toBe(30_000);
  expect(recent.note(CUSTOMER, ["content 15000"], 30_002)).toBe(15_000);
  expect(recent.note(CUSTOMER, ["content 1"], 30_003)).toBeNull();
});
