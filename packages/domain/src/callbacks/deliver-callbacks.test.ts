import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { storeAnswer } from "@sightline/contract/answers";
import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { expect, test } from "vitest";
import { buildAccount, buildDomain } from "../testing/builders";
import { useCallbackDesk } from "../testing/use-callback-desk";
import { sweepCallbacks } from "./deliver-callbacks";
import { registerCallbackHost } from "./register-host";
import { showCallbackSecret } from "./show-callback-secret";

const HOUR_MS = 3_600_000;
const desk = useCallbackDesk();

test("the customer is called within moments of the answer, with the form of the protocol", async () => {
  const taskId = await desk.submit();
  // No service runs here: without being woken nobody would call.
  const startedMs = performance.now();
  await desk.answer(taskId, "ERROR|ł & 1");
  await desk.receiver.received(1);
  expect(performance.now() - startedMs).toBeLessThan(2_000);
  await desk.ctx.courier.settled();
  const [call] = desk.receiver.calls;
  expect(call).toMatchObject({
    method: "POST",
    path: "/done?shop=7",
    body: `id=${taskId}&code=ERROR%7C%C5%82+%26+1`,
  });
  expect(call?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(await desk.rowOf(taskId)).toMatchObject({
    state: 2,
    attempts: 1,
    next_attempt_at: null,
    last_status: 200,
  });
});

test("a callback is signed as Standard Webhooks say, with the account's own secret", async () => {
  const taskId = await desk.finish();
  await desk.receiver.received(1);
  const call = desk.receiver.calls[0];
  const { secret } = await showCallbackSecret(desk.ctx, desk.customer);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signature,
  } = call?.headers ?? {};
  const expected = createHmac("sha256", key).update([id, timestamp, call?.body].join(".")).digest("base64");
  expect(signature).toBe(`v1,${expected}`);
  expect(id).toContain(String(taskId));
  expect(Number(timestamp)).toBe(Math.floor(desk.clock.nowMs() / 1_000));
  expect((await showCallbackSecret(desk.ctx, await buildAccount(desk.ctx))).secret).not.toBe(secret);
});

test("the secret is sealed in the table, and opens in another process with the server's secret", async () => {
  const { secret } = await showCallbackSecret(desk.ctx, desk.customer);
  const { rows } = await desk.ctx.pool.query<{ sealed: Buffer }>(
    "select sealed from callback_secret where account_id = $1",
    [desk.customer],
  );
  expect(rows[0]?.sealed.includes(Buffer.from(secret.slice("whsec_".length), "base64"))).toBe(false);
  const { domain: other } = await buildDomain(desk.databaseUrl);
  expect((await showCallbackSecret(other.ctx, desk.customer)).secret).toBe(secret);
  // A row that was moved to another account does not open there: that account gets a secret of its own.
  const thief = await buildAccount(desk.ctx);
  await desk.ctx.pool.query(
    "insert into callback_secret (account_id, sealed, created_at) select $2, sealed, created_at from callback_secret where account_id = $1",
    [desk.customer, thief],
  );
  expect((await showCallbackSecret(other.ctx, thief)).secret).not.toBe(secret);
  await other.stop();
});

test("every shape of answer is sent in the words of the protocol, and an unsolvable task as its code", async () => {
  const cells = await desk.submit("grid");
  await desk.answer(cells, storeAnswer({ shape: "cells", cells: [3, 8, 9] }));
  await desk.receiver.received(1);
  const unsolvable = await desk.submit();
  desk.clock.advance(TASK_KINDS.image.lifetimeMs + 1_000);
  await desk.ctx.lanes.settle.push([{ taskId: unsolvable, workerId: 0, leaseNo: 0, event: "expire" }]);
  await desk.receiver.received(2);
  expect(desk.receiver.calls.map(({ body }) => body)).toEqual([
    `id=${cells}&code=click%3A3%2F8%2F9`,
    `id=${unsolvable}&code=ERROR_CAPTCHA_UNSOLVABLE`,
  ]);
});

test("a name that was public at registration and is private at the call is not called", async () => {
  desk.names.answer = () => ["127.0.0.1"];
  await registerCallbackHost(desk.ctx, {
    accountId: desk.customer,
    addr: "rebind.test",
    callerAddress: "127.0.0.1",
  });
  desk.names.answer = () => ["10.0.0.7"];
  const taskId = await desk.finish("x", `http://rebind.test:${desk.receiver.port}/`);
  await desk.ctx.courier.settled();
  desk.names.answer = () => ["127.0.0.1"];
  expect(await desk.rowOf(taskId)).toMatchObject({ state: 1, attempts: 1, last_failure: "refused_address" });
});

test("redirecting and silent receivers fail by name; a huge answer of success counts as delivered", async () => {
  desk.receiver.answer = (response) => void response.writeHead(307, { location: desk.url }).end();
  const redirected = await desk.finish();
  await desk.ctx.courier.settled();
  desk.receiver.answer = () => {};
  const silent = await desk.finish();
  await desk.ctx.courier.settled();
  desk.receiver.answer = (response) => void response.end("x".repeat(1_000_000));
  const huge = await desk.finish();
  await desk.ctx.courier.settled();
  expect(await desk.rowOf(redirected)).toMatchObject({
    state: 1,
    last_status: 307,
    last_failure: "redirect",
  });
  expect(await desk.rowOf(silent)).toMatchObject({ state: 1, last_status: null, last_failure: "timeout" });
  expect(await desk.rowOf(huge)).toMatchObject({ state: 2, last_status: 200, last_failure: null });
});

test("a host that is no longer registered is not called", async () => {
  const taskId = await desk.submit();
  await desk.ctx.pool.query("delete from callback_host where account_id = $1", [desk.customer]);
  desk.ctx.callbackHosts.forget(desk.customer);
  await desk.answer(taskId, "x");
  await sleep(0);
  await desk.ctx.courier.settled();
  expect(desk.receiver.calls).toHaveLength(0);
  expect(await desk.rowOf(taskId)).toMatchObject({ state: 3, last_failure: "not_registered" });
});

test("callbacks that are over are kept for a week and then forgotten", async () => {
  const taskId = await desk.finish();
  await desk.receiver.received(1);
  await desk.ctx.courier.settled();
  desk.clock.advance(7 * 24 * HOUR_MS);
  await sweepCallbacks.runOnce(desk.ctx);
  expect(await desk.rowOf(taskId)).toBeDefined();
  desk.clock.advance(2 * 24 * HOUR_MS);
  await sweepCallbacks.runOnce(desk.ctx);
  expect(await desk.rowOf(taskId)).toBeUndefined();
});
