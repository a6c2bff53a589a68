import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildDomain, SERVER_SECRET } from "../testing/builders";
import { startReceiver } from "../testing/receiver";
import { useCallbackDesk } from "../testing/use-callback-desk";
import { findCallbackRefusal } from "./check-callback-url";
import { claimDueCallbacks, HOLD_MS } from "./claim-callbacks";
import { deliverCallback } from "./deliver-callback";
import { registerCallbackHost } from "./register-host";
import { retryDelayMs } from "./retry-delays";

const HOUR_MS = 3_600_000;
const desk = useCallbackDesk();

test("a task whose end nobody was told of is called back by whoever looks next", async () => {
  const taskId = await desk.finish();
  await desk.receiver.received(1);
  await desk.ctx.courier.settled();
  // As after a death between the commit and the wake.
  await desk.ctx.pool.query(
    "update callback set state = 1, next_attempt_at = $2, delivered_at = null where task_id = $1",
    [taskId, new Date(desk.clock.nowMs())],
  );
  await desk.look();
  expect(desk.receiver.calls).toHaveLength(2);
});

test("on a warm process a callback starts within 50 ms of its task's end", async () => {
  const startedMs: number[] = [];
  const lags: number[] = [];
  desk.receiver.answer = (response) => {
    startedMs.push(performance.now());
    response.end();
  };
  for (let i = 1; i <= 25; i++) {
    const taskId = await desk.submit();
    await desk.answer(taskId, "KX 482");
    const endedMs = performance.now();
    await desk.receiver.received(i);
    lags.push((startedMs[i - 1] ?? 0) - endedMs);
  }
  // The first ones warm the process up.
  const warm = lags.slice(5).sort((a, b) => a - b);
  const medianMs = ((warm[9] ?? 0) + (warm[10] ?? 0)) / 2;
  process.stdout.write(
    `callbacks start ${medianMs.toFixed(1)} ms after the end (median of ${warm.length})\n`,
  );
  expect(medianMs).toBeLessThan(50);
});

test("a process that dies between the call and its record calls again: twice, never none", async () => {
  desk.receiver.answer = (response) => void response.writeHead(500).end();
  const taskId = await desk.finish();
  await desk.receiver.received(1);
  await desk.ctx.courier.settled();
  desk.clock.advance(10_000);
  desk.receiver.answer = (response) => void response.end();
  // What a killed process has done: claimed and called, and no more.
  const [claimed] = await claimDueCallbacks(desk.ctx, 10);
  if (!claimed) throw new Error("nothing was due");
  await deliverCallback(desk.ctx, claimed, new AbortController().signal);
  expect(desk.receiver.calls).toHaveLength(2);
  await desk.look();
  expect(desk.receiver.calls).toHaveLength(2);
  desk.clock.advance(HOLD_MS);
  await desk.look();
  expect(desk.receiver.calls).toHaveLength(3);
  expect(desk.receiver.calls[2]?.headers["webhook-id"]).toBe(desk.receiver.calls[0]?.headers["webhook-id"]);
  expect(await desk.rowOf(taskId)).toMatchObject({ state: 2 });
});

test("a process that is killed in the middle of a call leaves it to another one", async () => {
  desk.receiver.answer = (response) => void response.writeHead(500).end();
  const taskId = await desk.finish();
  await desk.receiver.received(1);
  await desk.ctx.courier.settled();
  await desk.ctx.pool.query("update callback set next_attempt_at = $2 where task_id = $1", [
    taskId,
    new Date(),
  ]);
  const script = fileURLToPath(new URL("../testing/courier-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, desk.databaseUrl, SERVER_SECRET], {
    stdio: "ignore",
  });
  desk.receiver.answer = () => void child.kill("SIGKILL");
  expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
  expect(desk.receiver.calls).toHaveLength(2);
  desk.receiver.answer = (response) => void response.end();
  // The dead one held it by the real time.
  const heldUntilMs = (await desk.rowOf(taskId))?.next_attempt_at?.getTime() ?? 0;
  expect(heldUntilMs).toBeGreaterThan(Date.now());
  desk.clock.advance(Math.max(0, heldUntilMs - desk.clock.nowMs()));
  await desk.look();
  expect(desk.receiver.calls).toHaveLength(3);
  expect(new Set(desk.receiver.calls.map(({ body }) => body)).size).toBe(1);
  expect(await desk.rowOf(taskId)).toMatchObject({ state: 2 });
});

test("a failed call is repeated with growing pauses for a day, then given up, and its host is switched off", async () => {
  desk.receiver.answer = (response) => void response.writeHead(503).end();
  const taskId = await desk.finish();
  await desk.receiver.received(1);
  await desk.ctx.courier.settled();
  expect(await desk.rowOf(taskId)).toMatchObject({
    state: 1,
    attempts: 1,
    last_status: 503,
    last_failure: "status",
  });
  const startedMs = desk.clock.nowMs();
  for (let attempts = 1; ; attempts++) {
    const delayMs = retryDelayMs(attempts);
    if (delayMs === null) break;
    desk.clock.advance(delayMs - 1);
    await desk.look();
    expect(desk.receiver.calls).toHaveLength(attempts);
    desk.clock.advance(1);
    await desk.look();
    expect(desk.receiver.calls).toHaveLength(attempts + 1);
  }
  const lastedMs = desk.clock.nowMs() - startedMs;
  expect(lastedMs).toBeGreaterThanOrEqual(24 * HOUR_MS);
  expect(lastedMs).toBeLessThan(25 * HOUR_MS);
  expect(await desk.rowOf(taskId)).toMatchObject({ state: 3, next_attempt_at: null, last_failure: "status" });
  const [host] = await desk.ctx.callbackHosts.read(desk.customer);
  expect(host).toMatchObject({
    lastFailure: "status",
    failingSinceMs: startedMs,
    switchedOffAtMs: desk.clock.nowMs(),
  });
  expect(await findCallbackRefusal(desk.ctx, desk.customer, desk.url)).toContain("switched off");
  await registerCallbackHost(desk.ctx, { accountId: desk.customer, addr: "localhost", callerAddress: "::1" });
  expect(await findCallbackRefusal(desk.ctx, desk.customer, desk.url)).toBeNull();
});

test("a success ends the host's run of failures", async () => {
  desk.receiver.answer = (response) => void response.writeHead(503).end();
  await desk.finish();
  await desk.receiver.received(1);
  await desk.ctx.courier.settled();
  expect((await desk.ctx.callbackHosts.read(desk.customer))[0]?.failingSinceMs).toBe(desk.clock.nowMs());
  desk.receiver.answer = (response) => void response.end();
  await desk.finish();
  await desk.receiver.received(2);
  await desk.ctx.courier.settled();
  expect((await desk.ctx.callbackHosts.read(desk.customer))[0]).toMatchObject({
    failingSinceMs: null,
    lastFailure: null,
  });
});

test("a slow host gets sixteen calls at a time and does not hold up another one", async () => {
  const slow = await startReceiver();
  const unanswered: (() => void)[] = [];
  slow.answer = (response) => void unanswered.push(() => response.end());
  await registerCallbackHost(desk.ctx, {
    accountId: desk.customer,
    addr: "slow.localhost",
    callerAddress: "::1",
  });
  const slowUrl = `http://slow.localhost:${slow.port}/`;
  await Promise.all(Array.from({ length: 50 }, () => desk.finish("x", slowUrl)));
  await slow.received(16);
  await desk.finish();
  await desk.receiver.received(1);
  expect(slow.calls).toHaveLength(16);
  slow.answer = (response) => void response.end();
  for (const answer of unanswered) answer();
  await desk.ctx.courier.settled();
  expect(new Set(slow.calls.map(({ body }) => body)).size).toBe(50);
  await slow.stop();
});

test("two processes share what is due: each callback is claimed by one of them", async () => {
  desk.receiver.answer = (response) => void response.writeHead(500).end();
  const ids = await Promise.all(Array.from({ length: 30 }, () => desk.finish()));
  await desk.ctx.courier.settled();
  desk.clock.advance(10_000);
  const { domain: other, clock: otherClock } = await buildDomain(desk.databaseUrl);
  otherClock.advance(desk.clock.nowMs() - otherClock.nowMs());
  desk.receiver.calls.length = 0;
  desk.receiver.answer = (response) => void response.end();
  await Promise.all([desk.ctx.courier.look(), other.ctx.courier.look()]);
  await Promise.all([desk.ctx.courier.settled(), other.ctx.courier.settled()]);
  await other.stop();
  expect(desk.receiver.calls).toHaveLength(ids.length);
});

test("a process that stops lets running calls end and leaves the rest to others", async () => {
  const { domain: other, clock: otherClock } = await buildDomain(desk.databaseUrl);
  desk.receiver.answer = (response) => void response.writeHead(500).end();
  const taskId = await desk.finish();
  await desk.ctx.courier.settled();
  otherClock.advance(desk.clock.nowMs() + 10_000 - otherClock.nowMs());
  desk.receiver.answer = (response) => void setTimeout(() => response.end(), 200);
  await other.ctx.courier.look();
  await desk.receiver.received(2);
  await other.stop();
  expect(await desk.rowOf(taskId)).toMatchObject({ state: 2 });
});
