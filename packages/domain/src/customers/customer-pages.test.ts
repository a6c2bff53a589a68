import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { countHours } from "../figures/count-hours";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { customerOverview } from "./customer-overview";
import { listCustomerTasks } from "./list-customer-tasks";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

const newCustomer = () => buildAccount(ctx, { amountMicros: 10_000 });

/** The next task in the queue, answered (or reported) by a worker of its own after `solveMs`. */
async function solveOne(act: "answer" | "report_content", solveMs = 0): Promise<void> {
  const workerId = await buildAccount(ctx, { role: "worker" });
  const worker = await WorkerSeat.open(ctx, workerId);
  const { task } = await worker.next("assign");
  clock.advance(solveMs);
  const lease = { taskId: task.taskId, leaseNo: task.leaseNo };
  await actOnTasks(ctx, workerId, [
    act === "answer" ? { ...lease, act, text: "KX 482", graceMs: 0 } : { ...lease, act },
  ]);
  worker.close();
}

test("the overview of a new customer is empty", async () => {
  expect(await customerOverview(ctx, await buildAccount(ctx))).toEqual({
    availableMicros: 0,
    heldMicros: 0,
    queued: 0,
    beingSolved: 0,
    answered24h: 0,
    unsolved24h: 0,
    spent24hMicros: 0,
    solveP50Ms: null,
    solveP95Ms: null,
  });
});

test("the overview counts what is open, what ended today and what it cost", async () => {
  const accountId = await newCustomer();
  await buildTask(ctx, accountId);
  await solveOne("answer", 4_000);
  await buildTask(ctx, accountId);
  await solveOne("report_content");
  await buildTask(ctx, accountId);
  const expected = {
    availableMicros: 10_000 - 400,
    heldMicros: 200,
    queued: 1,
    answered24h: 1,
    unsolved24h: 1,
    spent24hMicros: 200,
  };
  const overview = await customerOverview(ctx, accountId);
  expect(overview).toMatchObject(expected);
  for (const ms of [overview.solveP50Ms, overview.solveP95Ms]) {
    expect(Math.abs((ms ?? 0) - 4_000), "solve times are within 3 %").toBeLessThan(120);
  }
  await solveOne("answer");
  const young = await customerOverview(ctx, accountId);
  clock.advance(2 * 60_000 + 1);
  await countHours(ctx);
  expect(await customerOverview(ctx, accountId), "counted or not, it is the same").toEqual(young);
  clock.advance(24 * 3_600_000 + 1);
  expect(await customerOverview(ctx, accountId)).toMatchObject({
    answered24h: 0,
    spent24hMicros: 0,
    solveP50Ms: null,
  });
});

test("tasks come newest first, with what each state may tell", async () => {
  const accountId = await newCustomer();
  await buildTask(ctx, accountId);
  await solveOne("answer");
  await buildTask(ctx, accountId);
  await solveOne("report_content");
  const queued = await buildTask(ctx, accountId);
  const { rows } = await listCustomerTasks(ctx, { accountId, limit: 10 });
  expect(rows).toMatchObject([
    { taskId: queued, state: "queued", answer: null, chargedMicros: null, imageUrl: `/picture/${queued}` },
    { state: "unsolvable", reasonText: expect.stringContaining("reported"), chargedMicros: 0 },
    { state: "answered", answer: "KX 482", priceMicros: 200, chargedMicros: 200 },
  ]);
  await solveOne("answer");
});

test("an answer that may still be taken back is not told", async () => {
  const accountId = await newCustomer();
  const taskId = await buildTask(ctx, accountId);
  const workerId = await buildAccount(ctx, { role: "worker" });
  const worker = await WorkerSeat.open(ctx, workerId);
  const { task } = await worker.next("assign");
  await actOnTasks(ctx, workerId, [{ taskId, leaseNo: task.leaseNo, act: "answer", text: "early" }]);
  const { rows } = await listCustomerTasks(ctx, { accountId, limit: 10 });
  expect(rows).toMatchObject([{ taskId, state: "assigned", answer: null }]);
  worker.close();
});

test("pages follow each other without a gap and can be of one state", async () => {
  const accountId = await newCustomer();
  const taskIds: number[] = [];
  for (let i = 0; i < 5; i++) taskIds.push(await buildTask(ctx, accountId));
  const first = await listCustomerTasks(ctx, { accountId, limit: 3 });
  const second = await listCustomerTasks(ctx, { accountId, limit: 3, before: first.nextBefore ?? 0 });
  expect([...first.rows, ...second.rows].map(({ taskId }) => taskId)).toEqual(taskIds.reverse());
  expect(second.nextBefore).toBeNull();
  expect((await listCustomerTasks(ctx, { accountId, limit: 3, state: "answered" })).rows).toEqual([]);
  expect((await listCustomerTasks(ctx, { accountId, limit: 9, state: "queued" })).rows).toHaveLength(5);
});

test("another customer's tasks are not there", async () => {
  const accountId = await newCustomer();
  await buildTask(ctx, accountId);
  expect(await listCustomerTasks(ctx, { accountId: await newCustomer(), limit: 10 })).toEqual({
    rows: [],
    nextBefore: null,
  });
});
