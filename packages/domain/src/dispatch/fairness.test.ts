import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { reportAnswer } from "../reports/report-answer";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { seatStandings } from "./seat-standings";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

const newCustomer = () => buildAccount(ctx, { amountMicros: 10_000_000 });

test("the customer who liked a worker's answer gets this worker first", async () => {
  const customer = await newCustomer();
  const workerIds = [
    await buildAccount(ctx, { role: "worker" }),
    await buildAccount(ctx, { role: "worker" }),
  ];
  const [first, second] = workerIds as [number, number];
  const liked = await WorkerSeat.open(ctx, second);
  const taskId = await buildTask(ctx, customer);
  const { task } = await liked.next("assign");
  await actOnTasks(ctx, second, [{ ...lease(task), act: "answer", text: "read", graceMs: 0 }]);
  expect(await reportAnswer(ctx, { accountId: customer, taskId, verdict: "good" })).toMatchObject({
    ok: true,
  });
  const longerIdle = await WorkerSeat.open(ctx, first);
  await seatStandings(ctx, [liked.seat]);
  liked.seat.idleSinceMs = ctx.clock.nowMs() + 1;
  const again = await buildTask(ctx, customer);
  expect((await liked.next("assign")).task.taskId).toBe(again);
  longerIdle.close();
  await actOnTasks(ctx, second, [{ taskId: again, leaseNo: 1, act: "answer", text: "read", graceMs: 0 }]);
  liked.close();
});

test("ten thousand queued tasks of one customer do not hide another's newest", async () => {
  const burst = await newCustomer();
  const patient = await newCustomer();
  const [first] = [ctx.ids.next()];
  await database.pool.query(
    `insert into open_task (id, account_id, kind, state, price_micros, share_micros, hold_micros, lease_ms, accepted_at,
       expires_at)
     select $1::bigint - 100000 + g, $2, 1, 0, 0, 0, 0, 30000, $3::timestamptz - interval '2 s', $3::timestamptz + interval '88 s'
     from generate_series(1, 10000) g`,
    [first, burst, new Date(ctx.clock.nowMs())],
  );
  const taskId = await buildTask(ctx, patient);
  const workers = await Promise.all(
    [1, 2, 3].map(async () => {
      const workerId = await buildAccount(ctx, { role: "worker" });
      return WorkerSeat.open(ctx, workerId);
    }),
  );
  ctx.floor.dispatcher.rescan();
  const { rows } = await waitForRows(
    "select state from open_task where id = $1 and state = 2 and (select count(*) from open_task where state = 2) >= 3",
    [taskId],
  );
  expect(rows).toHaveLength(1);
  for (const worker of workers) worker.close();
});

test("customers take turns even when there is only one worker", async () => {
  await database.pool.query("delete from open_task");
  const [burst, patient] = [await newCustomer(), await newCustomer()];
  const oldest = await buildTask(ctx, burst);
  const many = [await buildTask(ctx, burst), await buildTask(ctx, burst), await buildTask(ctx, burst)];
  const few = [await buildTask(ctx, patient), await buildTask(ctx, patient)];
  const workerId = await buildAccount(ctx, { role: "worker" });
  const seat = await WorkerSeat.open(ctx, workerId);
  const order: number[] = [];
  for (let i = 0; i < 6; i++) {
    const { task } = await seat.next("assign");
    await actOnTasks(ctx, workerId, [{ ...lease(task), act: "answer", text: "read", graceMs: 0 }]);
    order.push(task.taskId);
  }
  expect(order).toEqual([oldest, few[0], many[0], few[1], many[1], many[2]]);
  seat.close();
});

const lease = ({ taskId, leaseNo }: { taskId: number; leaseNo: number }) => ({ taskId, leaseNo });

async function waitForRows(text: string, values: unknown[]) {
  const untilMs = Date.now() + 2_000;
  for (;;) {
    const found = await database.pool.query(text, values);
    if (found.rows.length > 0 || Date.now() > untilMs) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
