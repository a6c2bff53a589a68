import { expect, test } from "vitest";
import { buildAccount } from "../testing/builders";
import { useCallbackDesk } from "../testing/use-callback-desk";
import { listDeliveries } from "./list-deliveries";
import { listEndpoints } from "./list-endpoints";
import { resendCallback } from "./resend-callback";
import { rotateCallbackSecret, showCallbackSecret } from "./show-callback-secret";
import { switchOnCallbackHost } from "./switch-on-host";
import { testCallback } from "./test-callback";

const DAY_MS = 86_400_000;
const desk = useCallbackDesk();

test("a delivery is listed with its attempts, and made again when it is asked for", async () => {
  const taskId = await desk.finish();
  await desk.receiver.received(1);
  await desk.ctx.courier.settled();
  const list = () => listDeliveries(desk.ctx, { accountId: desk.customer });
  expect((await list()).rows).toMatchObject([
    { taskId, state: "delivered", attempts: 1, lastStatus: 200, failure: null },
  ]);
  await resendCallback(desk.ctx, { accountId: desk.customer, taskId });
  await desk.receiver.received(2);
  await desk.ctx.courier.settled();
  expect(desk.receiver.calls[1]?.body).toBe(desk.receiver.calls[0]?.body);
  expect((await listDeliveries(desk.ctx, { accountId: desk.customer, state: "given_up" })).rows).toEqual([]);
});

test("another account's delivery is not there to be seen or made again", async () => {
  const taskId = await desk.finish();
  await desk.receiver.received(1);
  const accountId = await buildAccount(desk.ctx);
  expect((await listDeliveries(desk.ctx, { accountId })).rows).toEqual([]);
  await expect(resendCallback(desk.ctx, { accountId, taskId })).rejects.toMatchObject({ code: "not_found" });
});

test("a call that waits for its task cannot be made sooner", async () => {
  const taskId = await desk.submit();
  await expect(resendCallback(desk.ctx, { accountId: desk.customer, taskId })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("after a new secret was made both sign for a day, then the new one alone", async () => {
  const before = await showCallbackSecret(desk.ctx, desk.customer);
  const after = await rotateCallbackSecret(desk.ctx, desk.customer);
  expect(after.secret).not.toBe(before.secret);
  expect(after.previousUntilMs).toBe(desk.clock.nowMs() + DAY_MS);
  await desk.finish();
  await desk.receiver.received(1);
  expect(String(desk.receiver.calls[0]?.headers["webhook-signature"]).split(" ")).toHaveLength(2);
  desk.clock.advance(DAY_MS + 1);
  expect(await showCallbackSecret(desk.ctx, desk.customer)).toEqual({
    secret: after.secret,
    previousUntilMs: null,
  });
});

test("a test call reaches a registered host as a real one would, ten times a minute", async () => {
  const url = `http://localhost:${desk.receiver.port}/hook`;
  const accountId = desk.customer;
  expect(await testCallback(desk.ctx, { accountId, url })).toMatchObject({
    outcome: "answered",
    status: 200,
    taken: true,
  });
  expect(desk.receiver.calls[0]).toMatchObject({ path: "/hook", body: "id=0&code=TEST" });
  for (let n = 1; n < 10; n++) await testCallback(desk.ctx, { accountId, url });
  expect(await testCallback(desk.ctx, { accountId, url })).toMatchObject({ outcome: "too_many" });
});

test("no host is called that is not registered", async () => {
  const reply = await testCallback(desk.ctx, { accountId: desk.customer, url: "http://192.0.2.9/" });
  expect(reply).toMatchObject({ outcome: "failed" });
  expect(desk.receiver.calls).toEqual([]);
});

test("a host that was switched off says why, and is called again once it is switched on", async () => {
  const accountId = desk.customer;
  await desk.ctx.pool.query(
    "update callback_host set failing_since = now(), switched_off_at = now(), last_failure = 'timeout' where account_id = $1",
    [accountId],
  );
  const [off] = await listEndpoints(desk.ctx, accountId);
  expect(off).toMatchObject({ failure: "The receiver took too long." });
  expect(off?.switchedOffAtMs).not.toBeNull();
  const place = { host: off?.host ?? "", port: off?.port ?? 0 };
  await expect(
    switchOnCallbackHost(desk.ctx, { ...place, accountId: await buildAccount(desk.ctx) }),
  ).rejects.toMatchObject({ code: "not_found" });
  await switchOnCallbackHost(desk.ctx, { ...place, accountId });
  expect(await listEndpoints(desk.ctx, accountId)).toMatchObject([{ switchedOffAtMs: null, failure: null }]);
});
