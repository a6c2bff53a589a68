import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import type { PageProxy } from "../outbound/page-proxy";
import { getTaskResult } from "../tasks/get-task-result";
import { buildAccount, buildDomain, buildSite, buildTask } from "../testing/builders";
import { type ProxyServer, startProxyServer } from "../testing/proxy-server";
import { type Receiver, startReceiver } from "../testing/receiver";
import { WorkerSeat } from "../testing/worker-seat";
import { PAGE_CHECK_HOLDS_MS } from "./check-page-through-proxy";
import { createSiteTask } from "./create-site-task";
import { findBadTargets } from "./find-bad-targets";
import { gateTask } from "./gated-tasks";
import { BAD_FOR_MS } from "./remember-bad-target";
import { sweepGatedTasks } from "./sweep-gated-tasks";

/** Two processes on one database: what one of them is checking, the other must not hand out. */
const database = useTestDatabase();
const PAGE = "http://demo.test/login";
let here: Domain;
let there: Domain;
let ctx: DomainContext;
let clocks: MovableClock[];
let page: Receiver;
let proxy: ProxyServer;
let customer: number;
const seats: WorkerSeat[] = [];

beforeAll(async () => {
  const built = [await buildDomain(database.url), await buildDomain(database.url)] as const;
  clocks = built.map(({ clock }) => clock);
  [here, there] = [built[0].domain, built[1].domain];
  ctx = here.ctx;
  page = await startReceiver();
  proxy = await startProxyServer(() => page.port);
  while (!(here.ctx.hints.hasPeers && there.ctx.hints.hasPeers))
    await new Promise((resolve) => setTimeout(resolve, 5));
});
beforeEach(async () => {
  customer = await buildAccount(ctx, { amountMicros: 1_000_000 });
  await buildSite(ctx, customer, { lastGoodAt: new Date(ctx.clock.nowMs()) });
  page.answer = (response) => void response.end("hello");
});
afterEach(async () => {
  for (const seat of seats.splice(0)) seat.close();
  await ctx.pool.query("delete from open_task");
});
afterAll(async () => {
  await Promise.all([here.stop(), there.stop()]);
  await proxy.stop();
  await page.stop();
});

async function sitThere(): Promise<WorkerSeat> {
  const seat = await WorkerSeat.open(there.ctx, await buildAccount(ctx, { role: "worker" }));
  seats.push(seat);
  await seat.next("hello");
  return seat;
}
const through = (more: Partial<PageProxy> = {}): PageProxy => ({
  type: "HTTP",
  host: "127.0.0.1",
  port: proxy.port,
  ...more,
});
async function submit(by: PageProxy): Promise<number> {
  const params = { challenge: { pageUrl: PAGE, siteKey: "k" } };
  const task = { accountId: customer, kind: "hcaptcha" as const, params };
  const reply = await createSiteTask(ctx, task, { host: "demo.test", pageUrl: PAGE, proxy: by });
  if (!reply.ok) throw new Error(reply.code);
  return reply.taskId;
}
const isBad = async (by: PageProxy, process: DomainContext) =>
  (await findBadTargets(process, customer, [{ what: "proxy", proxy: by }])).has("proxy");
function advance(ms: number): void {
  for (const clock of clocks) clock.advance(ms);
}

test("while a page is loaded through its proxy no process hands the task out, and then the other one does", async () => {
  let answer = (): void => {};
  page.answer = (response) => {
    answer = () => void response.end("hello");
  };
  page.calls.length = 0;
  const taskId = await submit(through());
  await page.received(1);
  const picture = await buildTask(ctx, customer);
  expect((await (await sitThere()).next("assign")).task.taskId).toBe(picture);
  const second = await sitThere();
  answer();
  expect((await second.next("assign")).task.taskId).toBe(taskId);
});

test("a proxy that fails is bad for ten minutes in every process, and in one that starts later", async () => {
  const bad = through({ port: 9 });
  const taskId = await submit(bad);
  expect(await getTaskResult(ctx, { accountId: customer, taskId, waitMs: 5_000 })).toMatchObject({
    state: "unsolvable",
    reason: "proxy_failed",
  });
  const late = await buildDomain(database.url);
  for (const process of [ctx, there.ctx, late.ctx]) expect(await isBad(bad, process)).toBe(true);
  await late.domain.stop();
  advance(BAD_FOR_MS);
  for (const process of [ctx, there.ctx]) expect(await isBad(bad, process)).toBe(false);
  const { rows } = await ctx.pool.query("select available_micros, held_micros from account where id = $1", [
    customer,
  ]);
  expect(rows).toEqual([{ available_micros: 1_000_000, held_micros: 0 }]);
});

test("a task whose check died with its process goes out when its time is over, and not before", async () => {
  const taskId = ctx.ids.next();
  const heldUntilMs = ctx.clock.nowMs() + PAGE_CHECK_HOLDS_MS;
  await gateTask(ctx, taskId, { host: null, heldUntilMs });
  await createSiteTask(
    ctx,
    { accountId: customer, kind: "hcaptcha", params: { challenge: { pageUrl: PAGE, siteKey: "k" } }, taskId },
    { host: "demo.test", pageUrl: PAGE, proxy: null },
  );
  const picture = await buildTask(ctx, customer);
  expect((await (await sitThere()).next("assign")).task.taskId).toBe(picture);
  advance(PAGE_CHECK_HOLDS_MS);
  expect((await (await sitThere()).next("assign")).task.taskId).toBe(taskId);
});

test("a process loads a hundred pages at a time; what comes then is refused and leaves no task", async () => {
  for (let i = 0; i < 100; i++) expect(ctx.gate.beginPageCheck()).toBe(true);
  await expect(submit(through())).rejects.toThrow("ERROR_NO_SLOT_AVAILABLE");
  for (let i = 0; i < 100; i++) ctx.gate.endPageCheck();
  await ctx.pool.query("update account set available_micros = 0 where id = $1", [customer]);
  for (let i = 0; i < 101; i++) await expect(submit(through())).rejects.toThrow("ERROR_ZERO_BALANCE");
  const { rows } = await ctx.pool.query("select from open_task where account_id = $1", [customer]);
  expect(rows).toEqual([]);
});

test("gates of tasks that have long ended are forgotten", async () => {
  await gateTask(ctx, ctx.ids.next(), { host: "demo.test", heldUntilMs: null });
  expect(await sweepGatedTasks.runOnce(ctx)).toBe(0);
  advance(3_600_001);
  expect(await sweepGatedTasks.runOnce(ctx)).toBeGreaterThan(0);
  expect((await ctx.pool.query("select from gated_task")).rows).toEqual([]);
});
