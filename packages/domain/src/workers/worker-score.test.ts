import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { keepPace } from "../quality/keep-pace";
import { learnSkills } from "../quality/learn-skills";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { setLanguages } from "./set-languages";
import { workerScore } from "./worker-score";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let advance: (ms: number) => void;

beforeAll(async () => {
  const built = await buildDomain(database.url);
  ({ domain, ctx } = built);
  advance = (ms) => built.clock.advance(ms);
});
afterAll(() => domain.stop());

test("somebody new has the accuracy that everybody is taken for, and a wide interval", async () => {
  const { kinds, changes } = await workerScore(ctx, await buildAccount(ctx, { role: "worker" }));
  expect(kinds).toHaveLength(12);
  expect(kinds[0]).toMatchObject({ accuracy: 0.75, judged: 0, answered: 0, medianMs: null, level: 0 });
  expect((kinds[0]?.high ?? 0) - (kinds[0]?.low ?? 0)).toBeGreaterThan(0.5);
  expect(changes).toEqual([]);
});

test("what changed a score is told by day, kind and cause, and never by task", async () => {
  const workerId = await buildAccount(ctx, { role: "worker" });
  const judged = (taskId: number, rightProbability: number) => ({
    taskId,
    workerId,
    kindNumber: 1,
    rightProbability,
  });
  await learnSkills(ctx.pool, "gold", [judged(1, 1), judged(2, 1), judged(3, 0)], ctx.clock.nowMs());
  await learnSkills(ctx.pool, "report", [judged(4, 0)], ctx.clock.nowMs());
  const { kinds, changes } = await workerScore(ctx, workerId);
  expect(kinds[0]).toMatchObject({ kind: "image", judged: 4 });
  expect(changes).toEqual([
    { day: expect.any(String), kind: "image", cause: "report", count: 1, right: 0, wrong: 1 },
    { day: expect.any(String), kind: "image", cause: "gold", count: 3, right: 2, wrong: 1 },
  ]);
});

test("answers and passes are counted with how long they took, and forgotten after five weeks", async () => {
  const customer = await buildAccount(ctx, { amountMicros: 10_000 });
  const workerId = await buildAccount(ctx, { role: "worker" });
  const worker = await WorkerSeat.open(ctx, workerId);
  for (const act of ["answer", "pass"] as const) {
    await buildTask(ctx, customer);
    const { taskId, leaseNo } = (await worker.next("assign")).task;
    const rest = act === "answer" ? { act, text: "read", graceMs: 0 as const } : { act };
    await actOnTasks(ctx, workerId, [{ taskId, leaseNo, ...rest }]);
  }
  worker.close();
  await keepPace.runOnce(ctx);
  expect((await workerScore(ctx, workerId)).kinds[0]).toMatchObject({ kind: "image", answered: 1 });
  const { rows } = await ctx.pool.query(
    `select passed, timed, timed_ms::float8 ^ 2 = timed_squares as "isOne", bit_count(hours::bit(24))::int as hours
     from worker_pace where worker_id = $1`,
    [workerId],
  );
  expect(rows).toEqual([{ passed: 1, timed: 1, isOne: true, hours: 1 }]);
  advance(40 * 86_400_000);
  await keepPace.runOnce(ctx);
  expect((await ctx.pool.query("select from worker_pace")).rowCount).toBe(0);
});

test("languages are kept, each once, and dispatch knows them", async () => {
  const workerId = await buildAccount(ctx, { role: "worker" });
  await setLanguages(ctx, { workerId, languages: ["uk", "de", "uk"] });
  expect((await workerScore(ctx, workerId)).languages).toEqual(["de", "uk"]);
  const worker = await WorkerSeat.open(ctx, workerId);
  expect([...worker.seat.standing.languages].sort()).toEqual(["Cyrl", "Latn", "de", "uk"]);
  worker.close();
});
