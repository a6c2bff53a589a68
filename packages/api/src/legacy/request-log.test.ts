import type { RequestLogPage } from "@sightline/contract/request-log";
import { bookDeposit } from "@sightline/domain/ledger/book-deposit";
import { dropOldRequests } from "@sightline/domain/maintenance/keep-request-log";
import { writeRequests } from "@sightline/domain/request-log/write-requests";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { buildAccount } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { beforeAll, expect, test } from "vitest";
import { WORD } from "../docs/sample-files";
import { callProcedure, useTestApp } from "../testing/test-app";

const app = useTestApp();
let mine: Person;
let other: Person;
let key: string;

beforeAll(async () => {
  mine = await buildPerson(app.ctx, app.auth, "customer");
  other = await buildPerson(app.ctx, app.auth, "customer");
  key = mine.firstApiKey ?? "";
  await bookDeposit(app.ctx, {
    accountId: mine.accountId,
    amountMicros: 10_000,
    reason: "test",
    bookedBy: null,
  });
});

const classic = async (address: string, fields: Record<string, string>) =>
  (await fetch(`${app.origin}${address}`, { method: "POST", body: new URLSearchParams(fields) })).text();

async function log(who: Person, wanted: object = {}): Promise<RequestLogPage> {
  await writeRequests(app.ctx);
  const { data } = await callProcedure(app.origin, "requestLog.list", {
    type: "query",
    input: wanted,
    cookie: who.visit.cookie,
  });
  return data as RequestLogPage;
}

const picture = WORD.bytes.toString("base64");

test("a call stands in its account's log with what was sent and answered, its key masked", async () => {
  const answer = await classic("/in.php", {
    key,
    method: "base64",
    body: picture,
    proxy: "u:pw@192.0.2.1:80",
  });
  const [call] = (await log(mine)).calls;
  expect(call).toMatchObject({
    verb: "POST",
    address: "/in.php",
    what: "base64",
    code: "OK",
    outcome: "ok",
    taskId: Number(answer.slice(3)),
    answered: answer,
    sent: {
      key: `${key.slice(0, 6)}…`,
      method: "base64",
      body: `(file as text, ${picture.length} characters)`,
      proxy: "(hidden)@192.0.2.1:80",
    },
  });
  expect(JSON.stringify(call)).not.toContain(key);
});

test("another account sees nothing of it", async () => {
  expect((await log(other)).calls).toEqual([]);
});

test("polls that are told not ready become one row with their number", async () => {
  const id = (await classic("/in.php", { key, method: "base64", body: picture })).slice(3);
  for (let n = 0; n < 3; n++) await classic("/res.php", { key, action: "get", id });
  const { calls } = await log(mine, { outcome: "waiting", taskId: Number(id) });
  expect(calls).toMatchObject([{ address: "/res.php", what: "get", code: "CAPCHA_NOT_READY", times: 3 }]);
});

test("the log is filtered by outcome, address and task", async () => {
  await classic("/res.php", { key, action: "nonsense" });
  await fetch(`${app.origin}/getBalance`, { method: "POST", body: JSON.stringify({ clientKey: key }) });
  expect((await log(mine, { outcome: "refused" })).calls).toMatchObject([{ code: "ERROR_EMPTY_ACTION" }]);
  expect((await log(mine, { address: "/getBalance" })).calls).toMatchObject([
    { code: "OK", sent: { clientKey: `${key.slice(0, 6)}…` } },
  ]);
  expect((await log(mine, { taskId: 2_000_000_000_000 })).calls).toEqual([]);
});

test("pages follow each other without a gap or a repetition", async () => {
  for (let n = 0; n < 70; n++) await classic("/res.php", { key, action: "getbalance" });
  const first = await log(mine);
  const second = await log(mine, { before: first.nextBefore });
  expect(first.calls).toHaveLength(50);
  const ids = [...first.calls, ...second.calls].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(second.calls.length).toBeGreaterThan(20);
});

test("a call with a wrong key is nobody's", async () => {
  const before = (await log(mine)).calls[0]?.id;
  await classic("/res.php", { key: "f".repeat(32), action: "getbalance" });
  expect((await log(mine)).calls[0]?.id).toBe(before);
});

test("a task's timeline tells when it was handed out, answered, fetched and reported", async () => {
  const customer = await buildPerson(app.ctx, app.auth, "customer");
  await bookDeposit(app.ctx, {
    accountId: customer.accountId,
    amountMicros: 1_000,
    reason: "t",
    bookedBy: null,
  });
  const own = customer.firstApiKey ?? "";
  await app.ctx.pool.query("delete from open_task");
  const id = (await classic("/in.php", { key: own, method: "base64", body: picture })).slice(3);
  const workerId = await buildAccount(app.ctx, { role: "worker" });
  const worker = await WorkerSeat.open(app.ctx, workerId);
  const { task } = await worker.next("assign");
  app.clock.advance(2_000);
  await actOnTasks(app.ctx, workerId, [
    { taskId: task.taskId, leaseNo: task.leaseNo, act: "answer", text: "marble", graceMs: 0 },
  ]);
  app.clock.advance(1_000);
  expect(await classic("/res.php", { key: own, action: "get", id })).toBe("OK|marble");
  app.clock.advance(1_000);
  await classic("/res.php", { key: own, action: "reportgood", id });
  await writeRequests(app.ctx);
  const ask = (who: Person) =>
    callProcedure(app.origin, "requestLog.timeline", {
      type: "query",
      input: { taskId: Number(id) },
      cookie: who.visit.cookie,
    });
  expect((await ask(customer)).data).toMatchObject(
    ["accepted", "leased", "answered", "delivered", "reported_good"].map((step) => ({ step })),
  );
  expect((await ask(other)).error?.data.code).toBe("NOT_FOUND");
  worker.close();
});

test("what is older than the log is kept is shown to nobody, and its partition goes", async () => {
  app.clock.advance(8 * 86_400_000);
  expect((await log(mine)).calls).toEqual([]);
  await dropOldRequests.runOnce(app.ctx);
  const { rows } = await app.ctx.pool.query<{ count: number }>(
    "select count(*)::int as count from request_log",
  );
  expect(rows[0]?.count).toBe(0);
});
