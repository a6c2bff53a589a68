import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { actOnTasks } from "../tasks/act-on-tasks";
import { createTask } from "../tasks/create-task";
import { buildAccount, buildDomain } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

async function submit(): Promise<number> {
  const accountId = await buildAccount(ctx, { amountMicros: 10_000 });
  const file = { bytes: Buffer.alloc(200), mediaType: "image/png", widthPx: 9, heightPx: 9 } as const;
  const recognition = { mode: "confidence", answersMin: 1, answersMax: 3, confidenceMin: 0.999 } as const;
  const reply = await createTask(ctx, { accountId, kind: "image", file, params: {}, recognition });
  if (!reply.ok) throw new Error(reply.code);
  return reply.taskId;
}

test("the next answer goes to the worker whose answer tells most, and to another when they have had enough", async () => {
  const seats = await Promise.all(
    [0.9, 0.95, 0.5, 0.3, 0.3, 0.3].map(async (rightShare) => {
      const worker = await buildAccount(ctx, { role: "worker" });
      await ctx.pool.query(
        `insert into worker_standing (worker_id, kind, stage, stage_since, right_weight, wrong_weight)
         values ($1, 1, 4, $2, $3, $4)`,
        [worker, new Date(ctx.clock.nowMs()), 100 * rightShare, 100 * (1 - rightShare)],
      );
      return WorkerSeat.open(ctx, worker);
    }),
  );
  // The third has waited for a second longer than the others.
  for (const [i, { seat }] of seats.entries()) seat.idleSinceMs = ctx.clock.nowMs() - (i === 2 ? 1_000 : 0);
  const [first, second, third] = seats as [WorkerSeat, WorkerSeat, WorkerSeat];
  const id = await submit();
  const { task } = await second.next("assign");
  expect(task.taskId).toBe(id);
  await actOnTasks(ctx, second.seat.workerId, [
    { taskId: id, leaseNo: task.leaseNo, act: "answer", text: "kx7h", graceMs: 0 },
  ]);
  expect((await first.next("assign")).task.taskId).toBe(id);
  for (let n = 0; n < 100; n++) second.seat.load.note(ctx.clock.nowMs());
  const another = await submit();
  expect((await third.next("assign")).task.taskId).toBe(another);
  for (const worker of seats) worker.close();
});
