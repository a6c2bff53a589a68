import { expect, test } from "vitest";
import { goldShare } from "./gold-share";
import { NO_EVIDENCE } from "./skill";

test("somebody new gets one gold task in four, somebody well known one in fifty", () => {
  expect(goldShare(NO_EVIDENCE)).toBe(0.25);
  expect(goldShare({ right: 390, wrong: 10 })).toBe(0.02);
});

test("the share falls with what is known, and is larger where right and wrong are even", () => {
  expect(goldShare({ right: 19, wrong: 1 })).toBeLessThan(goldShare({ right: 5, wrong: 0 }));
  expect(goldShare({ right: 50, wrong: 50 })).toBeGreaterThan(goldShare({ right: 98, wrong: 2 }));
});
