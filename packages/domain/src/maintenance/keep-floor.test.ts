import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAccount, buildDomain } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { tellFigures } from "./keep-floor";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

test("a screen is told its figures when they change, one with a slow connection once a minute", async () => {
  const quick = await WorkerSeat.open(ctx, await buildAccount(ctx, { role: "worker" }));
  const slow = await WorkerSeat.open(ctx, await buildAccount(ctx, { role: "worker" }));
  slow.seat.fewUpdates = true;
  const told = async (answered: number) => {
    for (const { seat } of [quick, slow]) seat.answeredToday = answered;
    clock.advance(20_000);
    await tellFigures.runOnce(ctx);
  };
  for (const answered of [1, 2, 3, 4]) await told(answered);
  const seen = ({ seen }: WorkerSeat) =>
    seen.flatMap((event) => (event.type === "floor" ? [event.figures.answeredToday] : []));
  await expect.poll(() => seen(quick)).toEqual([1, 2, 3, 4]);
  expect(seen(slow)).toEqual([1, 4]);
  for (const worker of [quick, slow]) worker.close();
});

test("who waits is told that nobody knows for how long, until enough has come", async () => {
  const worker = await WorkerSeat.open(ctx, await buildAccount(ctx, { role: "worker" }));
  expect((await worker.next("hello")).figures.expectedWaitMs).toBeNull();
  const busy = await WorkerSeat.open(ctx, await buildAccount(ctx, { role: "worker" }));
  for (let i = 0; i < 6; i++) {
    ctx.floor.arrivals.note({ accountId: 1_000, kindNumber: 1 }, busy.seat, clock.nowMs());
    clock.advance(10_000);
  }
  busy.close();
  await tellFigures.runOnce(ctx);
  expect((await worker.next("floor")).figures.expectedWaitMs).toBe(10_000);
  worker.close();
});
