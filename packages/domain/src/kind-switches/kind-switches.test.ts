import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { listStaffActs } from "../audit/list-staff-acts";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { keepKindSwitches } from "./keep-kind-switches";
import { listKindSwitches, switchKind } from "./switch-kind";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let adminId: number;
let customerId: number;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  adminId = await buildAccount(ctx, { role: "admin" });
  customerId = await buildAccount(ctx, { amountMicros: 100_000 });
});
afterEach(async () => {
  await database.pool.query("delete from kind_switch");
  await keepKindSwitches.runOnce(ctx);
});
afterAll(() => domain.stop());

const set = (mode: "drain" | "pause" | null, kind: "image" | "text" = "image") =>
  switchKind(ctx, { kind, mode, reason: "A vendor is down.", switchedBy: adminId });

test("a drained kind is refused and worked off", async () => {
  const taskId = await buildTask(ctx, customerId);
  await set("drain");
  expect(ctx.kindSwitches.refusalOf("image")).not.toBeNull();
  expect(ctx.kindSwitches.refusalOf("text")).toBeNull();
  const worker = await WorkerSeat.open(ctx, await buildAccount(ctx, { role: "worker" }));
  expect((await worker.next("assign")).task.taskId).toBe(taskId);
  worker.close();
});

test("a paused kind is not handed out until it is opened again, and hides no other", async () => {
  await set("pause");
  const taskId = await buildTask(ctx, customerId);
  const worker = await WorkerSeat.open(ctx, await buildAccount(ctx, { role: "worker" }));
  ctx.floor.dispatcher.rescan();
  await ctx.floor.dispatcher.settled();
  expect(worker.seen.some(({ type }) => type === "assign")).toBe(false);
  await set(null);
  expect((await worker.next("assign")).task.taskId).toBe(taskId);
  worker.close();
});

test("another process learns of it without a hint", async () => {
  await database.pool.query(
    "insert into kind_switch (kind, mode, reason, set_by, set_at) values (2, 'pause', 'x', 1, now())",
  );
  expect(ctx.kindSwitches.refusalOf("text")).toBeNull();
  await keepKindSwitches.runOnce(ctx);
  expect(ctx.kindSwitches.refusalOf("text")).not.toBeNull();
});

test("it is written down, and switching to what it is already is refused", async () => {
  await set("drain", "text");
  await expect(set("drain", "text")).rejects.toMatchObject({ code: "conflict" });
  expect((await listKindSwitches(ctx)).find(({ kind }) => kind === "text")).toMatchObject({
    mode: "drain",
    reason: "A vendor is down.",
  });
  const { rows } = await listStaffActs(ctx, { subject: "kind:text", limit: 5 });
  expect(rows).toMatchObject([{ act: "switch_kind", reason: "A vendor is down.", actorId: adminId }]);
});
