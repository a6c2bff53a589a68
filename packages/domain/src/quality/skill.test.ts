import { expect, test } from "vitest";
import { learnSkill, NO_EVIDENCE, skillInterval, skillMean } from "./skill";

test("somebody without evidence is taken for right three times in four, with a wide interval", () => {
  expect(skillMean(NO_EVIDENCE)).toBe(0.75);
  const { low, high } = skillInterval(NO_EVIDENCE);
  // Beta(3, 1): the quantile of x is its cube root.
  expect(low).toBeCloseTo(Math.cbrt(0.025), 6);
  expect(high).toBeCloseTo(Math.cbrt(0.975), 6);
});

test("right answers raise the mean and narrow the interval", () => {
  let skill = NO_EVIDENCE;
  for (let i = 0; i < 96; i++) skill = learnSkill(skill, 1);
  expect(skillMean(skill)).toBeCloseTo(0.99, 6);
  const { low, high } = skillInterval(skill);
  expect(high - low).toBeLessThan(0.05);
});

test("old evidence gives way, so that a worker who turns bad is seen within some hundred answers", () => {
  let skill = NO_EVIDENCE;
  for (let i = 0; i < 5_000; i++) skill = learnSkill(skill, 1);
  for (let i = 0; i < 400; i++) skill = learnSkill(skill, 0);
  expect(skillMean(skill)).toBeLessThan(0.5);
});

test("an interval holds 95 % also where evidence is much", () => {
  const { low, high } = skillInterval({ right: 297, wrong: 99 });
  // Beta(300, 100) is nearly normal with deviation sqrt(0.75 * 0.25 / 401).
  const deviation = Math.sqrt((0.75 * 0.25) / 401);
  expect(low).toBeCloseTo(0.75 - 1.96 * deviation, 2);
  expect(high).toBeCloseTo(0.75 + 1.96 * deviation, 2);
});
