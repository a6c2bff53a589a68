import { answerBreach } from "@sightline/contract/answer-breach";
import { solutionSchema } from "@sightline/contract/answers";
import { isChallenge, TASK_KIND_NAMES } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import type { Assignment } from "@sightline/contract/work";
import fc from "fast-check";
import { expect, test } from "vitest";
import { answerTask, countPictures } from "./answer-task";
import { KnownTruths } from "./known-truths";
import { seededRandom } from "./testing/seeded-random";

const clicks = fc.integer({ min: 1, max: 20 });
const params: fc.Arbitrary<TaskParams> = fc.record(
  {
    rows: fc.integer({ min: 1, max: 10 }),
    cols: fc.integer({ min: 1, max: 10 }),
    minClicks: clicks,
    maxClicks: clicks,
    canNoAnswer: fc.constant(true as const),
    angle: fc.double({ min: 0.1, max: 180, noNaN: true }),
    minLen: clicks,
    maxLen: clicks,
    numeric: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: [] },
);
const picture = { role: "picture" as const, url: "data:,", widthPx: 9, heightPx: 9 };
const side = fc.integer({ min: 1, max: 1_000 });
const seed = fc.integer({ min: 0, max: 2 ** 31 });
const task: fc.Arbitrary<Assignment> = fc.record({
  taskId: fc.constant(1),
  leaseNo: fc.constant(1),
  kind: fc.constantFrom(...TASK_KIND_NAMES),
  position: fc.constant("current" as const),
  leaseUntilMs: fc.constant(30_000),
  leaseMs: fc.constant(30_000),
  imageUrl: fc.constant(null),
  widthPx: side,
  heightPx: side,
  files: fc.array(fc.constant(picture), { maxLength: 8 }),
  hints: params,
  payMicros: fc.constant(120),
});
const reader = (n: number) => ({ truths: new KnownTruths([]), errorRate: 0, random: seededRandom(n) });
const breachOf = (task: Assignment, answer: Parameters<typeof answerBreach>[1]) =>
  answerBreach({ ...task, params: task.hints, pictures: countPictures(task) }, answer);

test("an answer to any kind keeps all that its customer demands", () => {
  fc.assert(
    fc.property(task, seed, (task, n) => {
      const answer = answerTask(reader(n), task, null);
      if (answer === null) return;
      expect(breachOf(task, answer)).toBeNull();
      if (answer.shape !== "text") expect(solutionSchema.parse(answer)).toEqual(answer);
    }),
    { numRuns: 2_000 },
  );
});

test("only demands that contradict each other leave a picture without an answer", () => {
  fc.assert(
    fc.property(task, seed, (task, n) => {
      const { minClicks = 1, maxClicks, rows = 3, cols = 3, canNoAnswer } = task.hints;
      const room = task.kind === "grid" ? rows * cols : 100;
      const contradicts = minClicks > Math.min(maxClicks ?? room, room);
      const possible =
        task.kind === "grid"
          ? canNoAnswer || !contradicts
          : task.kind === "points"
            ? !contradicts
            : task.widthPx >= 2 && task.heightPx >= 2;
      fc.pre(["grid", "points", "draw", "box"].includes(task.kind));
      expect(answerTask(reader(n), task, null) !== null).toBe(possible === true);
    }),
  );
});

test("turned pictures are turned by the customer's step, each of them", () => {
  fc.assert(
    fc.property(task, fc.integer({ min: 1, max: 180 }), seed, (task, angle, n) => {
      const answer = answerTask(reader(n), { ...task, kind: "rotate", hints: { angle } }, null);
      const angles = answer?.shape === "angles" ? answer.angles : [];
      expect(angles).toHaveLength(countPictures(task));
      for (const degrees of angles) expect(Math.abs(degrees % angle)).toBe(0);
    }),
  );
});

test("a challenge is answered by a stand-in that says so", () => {
  fc.assert(
    fc.property(task, seed, (task, n) => {
      fc.pre(isChallenge(task.kind));
      const answer = answerTask(reader(n), task, null);
      expect(answer).toMatchObject({ token: expect.stringMatching(/^stand-in-token-[a-z0-9]{24}$/) });
      expect(answer).toHaveProperty("userAgent", expect.stringContaining("Mozilla"));
    }),
  );
});
