import { expect, test } from "vitest";
import { signalsOf } from "./abuse-signals";

const WEEK = {
  answered: 100,
  fast: 0,
  passed: 0,
  unreadable: 0,
  sameMachine: 0,
  evenest: null,
  busiestHours: 9,
};

test("an ordinary week gives no signal, and neither do a few fast answers of somebody new", () => {
  expect(signalsOf({ ...WEEK, fast: 10, passed: 15, unreadable: 5 })).toEqual([]);
  expect(signalsOf({ ...WEEK, answered: 10, fast: 10 })).toEqual([]);
  expect(signalsOf({ ...WEEK, evenest: { answered: 80, spreadPercent: 30 } })).toEqual([]);
});

test("each signal comes with the figures it is made of", () => {
  const week = {
    ...WEEK,
    fast: 40,
    passed: 150,
    unreadable: 60,
    sameMachine: 2,
    evenest: { answered: 80, spreadPercent: 4 },
    busiestHours: 22,
  };
  expect(signalsOf(week)).toEqual([
    { signal: "too_fast", fast: 40, answered: 100 },
    { signal: "even_pace", spreadPercent: 4, answered: 80 },
    { signal: "no_rest", hours: 22 },
    { signal: "passes", passed: 150, answered: 100 },
    { signal: "unreadable", unreadable: 60, answered: 100 },
    { signal: "same_machine", accounts: 2 },
  ]);
});
