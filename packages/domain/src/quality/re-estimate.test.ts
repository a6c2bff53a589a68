import { expect, test } from "vitest";
import { reEstimate } from "./re-estimate";
import { skillMean } from "./skill";
import { textErrors } from "./text-errors";

const model = textErrors(false);

/** Workers 1 to 3 read right; worker 4 types something else each time; worker 5 errs every other time. */
const tasks = Array.from({ length: 60 }, (_, i) => {
  const truth = `k${i}w`;
  const answers = [
    { workerId: 4, reading: `zz${i * 7}` },
    { workerId: 5, reading: i % 2 === 0 ? truth : `q${i}w` },
    { workerId: 1 + (i % 3), reading: truth },
    { workerId: 1 + ((i + 1) % 3), reading: truth },
  ];
  return { model, answers };
});

test("skills follow from agreement alone", async () => {
  const { skills } = await reEstimate(tasks);
  const mean = (workerId: number) => skillMean(skills.get(workerId) ?? { right: 0, wrong: 0 });
  expect(mean(1)).toBeGreaterThan(0.9);
  expect(mean(4)).toBeLessThan(0.15);
  expect(mean(5)).toBeGreaterThan(0.35);
  expect(mean(5)).toBeLessThan(0.65);
});

test("each task gets its most probable reading", async () => {
  const { posteriors } = await reEstimate(tasks);
  expect(posteriors.map(({ readings }) => readings[0]?.reading)).toEqual(tasks.map((_, i) => `k${i}w`));
});

test("no tasks, no skills; what is known otherwise stays", async () => {
  expect((await reEstimate([])).skills.size).toBe(0);
  const known = { right: 40, wrong: 2 };
  expect((await reEstimate([], new Map([[7, known]]))).skills.get(7)).toEqual(known);
});

test("where two contradict each other, what is known of one of them otherwise decides", async () => {
  const pair = [
    { workerId: 1, reading: "kx7h" },
    { workerId: 2, reading: "mmww" },
  ];
  const { posteriors } = await reEstimate(
    [{ model, answers: pair }],
    new Map([[2, { right: 60, wrong: 1 }]]),
  );
  expect(posteriors[0]?.readings[0]?.reading).toBe("mmww");
});
