import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { getBalance } from "../ledger/get-balance";
import { createSiteTask } from "../sites/create-site-task";
import { createTask } from "../tasks/create-task";
import { buildAccount, buildSite, buildTask } from "../testing/builders";
import { useSiteDesk } from "../testing/use-site-desk";
import { WorkerSeat } from "../testing/worker-seat";

const RECORD = "_sightline-challenge.example.com";
const TOKEN = "sightline-site=gate";
const TEN_MINUTES_MS = 600_000;
const desk = useSiteDesk();
let worker: WorkerSeat | undefined;
afterEach(() => worker?.close());

const site = () => buildSite(desk.ctx, desk.customer, { host: "example.com", token: TOKEN });
async function sitDown(): Promise<WorkerSeat> {
  worker = await WorkerSeat.open(desk.ctx, await buildAccount(desk.ctx, { role: "worker" }));
  await worker.next("hello");
  return worker;
}
/** As often as it takes: what was looked up in between is there in the next round. */
async function ended(taskId: number): Promise<number | null> {
  for (let i = 0; i < 200; i++) {
    const { state, reason } = await desk.stateOfTask(taskId);
    if (state === "unsolvable") return reason;
    desk.ctx.floor.dispatcher.rescan();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("the task has not ended");
}
const checks = async () =>
  (await desk.ctx.pool.query<{ outcome: string }>("select outcome from site_check order by id")).rows.map(
    ({ outcome }) => outcome,
  );
afterEach(() => desk.ctx.pool.query("delete from site_check"));

/** A picture that its request declared to be cut from a challenge of this site. */
async function picture(): Promise<number> {
  const task = {
    accountId: desk.customer,
    kind: "image" as const,
    file: { bytes: randomBytes(200), mediaType: "image/png" as const, widthPx: 100, heightPx: 40 },
    params: { imgType: "recaptcha" as const },
  };
  const target = { host: "example.com", pageUrl: "https://example.com/login", proxy: null };
  const reply = await createSiteTask(desk.ctx, task, target);
  return reply.ok ? reply.taskId : 0;
}

test("a challenge of a site that was seen a moment ago goes out without a look", async () => {
  await site();
  const taskId = await desk.submit();
  expect((await (await sitDown()).next("assign")).task.taskId).toBe(taskId);
  expect(await checks()).toEqual([]);
});

test("after ten minutes the site is looked at once for all its tasks, and they go out when it is good", async () => {
  await site();
  desk.records.set(RECORD, [TOKEN]);
  desk.clock.advance(TEN_MINUTES_MS + 1_000);
  const taskId = await desk.submit();
  await desk.submit();
  await desk.submit();
  expect((await (await sitDown()).next("assign")).task.taskId).toBe(taskId);
  expect(await checks()).toEqual(["good"]);
});

test("a look that reaches nobody is no failure: the task goes out", async () => {
  await site();
  desk.records.set(RECORD, null);
  desk.clock.advance(TEN_MINUTES_MS + 1_000);
  const taskId = await desk.submit();
  expect((await (await sitDown()).next("assign")).task.taskId).toBe(taskId);
  expect(await checks()).toEqual(["unreachable"]);
});

test("a wrong answer holds the site's tasks, the second ends them uncharged, and nobody was handed one", async () => {
  await site();
  desk.records.set(RECORD, ["gone"]);
  desk.clock.advance(TEN_MINUTES_MS + 1_000);
  const before = await getBalance(desk.ctx, desk.customer);
  const taskId = await desk.submit();
  const seat = await sitDown();
  for (let i = 0; i < 100 && (await checks()).length === 0; i++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await desk.stateOfTask(taskId)).state).toBe("queued");
  desk.clock.advance(15_000);
  expect(await ended(taskId)).toBe(20);
  expect(await checks()).toEqual(["wrong", "wrong"]);
  expect(seat.seen.filter(({ type }) => type === "assign")).toEqual([]);
  expect(await getBalance(desk.ctx, desk.customer)).toEqual(before);
});

test("a task whose site went behind the back of this process is ended, not handed out", async () => {
  const siteId = await site();
  const taskId = await desk.submit();
  await desk.ctx.pool.query("delete from site where id = $1", [siteId]);
  desk.ctx.sites.forgetAll();
  const seat = await sitDown();
  expect(await ended(taskId)).toBe(20);
  expect(seat.seen.filter(({ type }) => type === "assign")).toEqual([]);
});

test("a vendor's test key needs no site", async () => {
  const taskId = await desk.submit("https://x.test/", "6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI");
  expect((await (await sitDown()).next("assign")).task.taskId).toBe(taskId);
});

test("tasks that wait for a look keep no worker from the pictures behind them", async () => {
  await site();
  desk.records.set(RECORD, ["gone"]);
  desk.clock.advance(TEN_MINUTES_MS + 1_000);
  await Promise.all(
    Array.from({ length: 60 }, () =>
      createTask(desk.ctx, {
        accountId: desk.customer,
        kind: "funcaptcha",
        params: { challenge: { pageUrl: "https://example.com/", siteKey: "k" } },
      }),
    ),
  );
  const picture = await buildTask(desk.ctx, desk.customer);
  expect((await (await sitDown()).next("assign")).task.taskId).toBe(picture);
});

test("a picture cut from a challenge waits for a look at its site like a challenge", async () => {
  const siteId = await site();
  desk.records.set(RECORD, [TOKEN]);
  desk.clock.advance(TEN_MINUTES_MS + 1_000);
  const cut = await picture();
  expect((await (await sitDown()).next("assign")).task.taskId).toBe(cut);
  const looks = await desk.ctx.pool.query("select outcome from site_check where site_id = $1", [siteId]);
  expect(looks.rows).toEqual([{ outcome: "good" }]);
});

test("pictures whose site gives wrong answers are ended uncharged, and nobody was handed one", async () => {
  await site();
  desk.records.set(RECORD, ["gone"]);
  desk.clock.advance(TEN_MINUTES_MS + 1_000);
  const before = await getBalance(desk.ctx, desk.customer);
  const cut = await Promise.all(Array.from({ length: 40 }, picture));
  const other = await buildTask(desk.ctx, await buildAccount(desk.ctx, { amountMicros: 1_000 }));
  const seat = await sitDown();
  expect((await seat.next("assign")).task.taskId).toBe(other);
  while ((await checks()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  desk.clock.advance(15_000);
  for (const taskId of cut) expect(await ended(taskId)).toBe(20);
  expect(seat.seen.filter(({ type }) => type === "assign")).toEqual([]);
  expect(await getBalance(desk.ctx, desk.customer)).toEqual(before);
});

test("a picture whose site went behind the back of this process is ended, not handed out", async () => {
  const siteId = await site();
  const taskId = await picture();
  await desk.ctx.pool.query("delete from site where id = $1", [siteId]);
  desk.ctx.sites.forgetAll();
  const seat = await sitDown();
  expect(await ended(taskId)).toBe(20);
  expect(seat.seen.filter(({ type }) => type === "assign")).toEqual([]);
});

test("sites and pages cost no query for each task", async () => {
  await site();
  const ids = await Promise.all(Array.from({ length: 50 }, () => desk.submit()));
  const { sites } = desk.ctx;
  const read = sites.read.bind(sites);
  let reads = 0;
  sites.read = (accountId) => {
    reads++;
    return read(accountId);
  };
  sites.forgetAll();
  const candidates = ids.map((taskId) => ({
    taskId,
    kindNumber: 9,
    accountId: desk.customer,
    triedBy: null,
    shareMicros: 0,
    onlyFor: null,
    language: null,
    minScore: null,
    doubt: null,
    gated: false,
  }));
  expect((await desk.ctx.gate.admit(candidates)).every(({ kindNumber }) => kindNumber === 9)).toBe(true);
  expect(reads).toBe(1);
  sites.read = read;
});
