import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { createTask } from "@sightline/domain/tasks/create-task";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exchange, request } from "../legacy/testing/exchange";
import { METHODS } from "./methods";
import { type JsonServer, startJsonServer } from "./testing/json-server";

const database = useTestDatabase();
const PNG = encodePng({ noise: noise(600) });
let server: JsonServer;
let key: string;
let accountId: number;

beforeEach(async () => {
  // Bans outlive the server that started them.
  await database.pool.query("delete from ban");
  server = await startJsonServer(database.url);
  ({ key, accountId } = await server.newCustomer());
});
afterEach(async () => {
  // Or the next test's worker would be handed what this one left in the queue.
  await server.ctx.pool.query("delete from open_task");
  await server.stop();
});

async function newTask(): Promise<number> {
  const file = { bytes: PNG, mediaType: "image/png", widthPx: 500, heightPx: 500 } as const;
  const reply = await createTask(server.ctx, {
    accountId,
    kind: "image",
    file,
    params: {},
    sender: "::ffff:198.51.100.7",
  });
  if (!reply.ok) throw new Error(reply.code);
  return reply.taskId;
}
const call = (method: string, more: Record<string, unknown> = {}) =>
  server.call(`/${method}`, { clientKey: key, ...more });
const SUCCESS = { errorId: 0, status: "success" };

test("the bytes of an answer and of an error", async () => {
  const bytesOf = (body: string, limits = "") =>
    `HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n` +
    `X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nAccess-Control-Allow-Origin: *\r\n` +
    `Access-Control-Expose-Headers: RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, Sightline-Notice\r\n` +
    `Content-Length: ${body.length}\r\n${limits}Date: -\r\nConnection: close\r\n\r\n${body}`;
  const limits = "RateLimit-Limit: 1200\r\nRateLimit-Remaining: 1199\r\nRateLimit-Reset: 600\r\n";
  expect((await server.post("/getBalance", { clientKey: key, taskId: null })).bytes).toBe(
    bytesOf('{"errorId":0,"balance":1}', limits),
  );
  expect((await server.post("/getBalance", { clientKey: "short" })).bytes).toBe(
    bytesOf(
      '{"errorId":1,"errorCode":"ERROR_KEY_DOES_NOT_EXIST",' +
        '"errorDescription":"The key must be exactly 32 symbols. Check your API key."}',
    ),
  );
});

test.each(["/createTask", "/getTaskResult", "/getBalance", "/test"])(
  "a page of another origin may post to %s",
  async (path) => {
    const { statusLine, headers } = await exchange(server.port, request(`OPTIONS ${path}`));
    expect(statusLine).toBe("HTTP/1.1 204 No Content");
    expect(headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "POST, OPTIONS",
      "access-control-allow-headers": "Content-Type, Idempotency-Key",
      "access-control-expose-headers": expect.stringContaining("RateLimit-Remaining"),
    });
  },
);

test("the balance is what can still be spent", async () => {
  await newTask();
  expect(await call("getBalance")).toEqual({ errorId: 0, balance: 0.9998 });
});

test.each(Object.keys(METHODS))("%s wants a key, from an address that may use it", async (method) => {
  const wrong = { errorId: 1, errorCode: "ERROR_KEY_DOES_NOT_EXIST", errorDescription: expect.any(String) };
  expect(await server.call(`/${method}`, {})).toEqual(wrong);
  expect(await server.call(`/${method}`, { clientKey: 1 })).toEqual(wrong);
  expect(await server.call(`/${method}`, { clientKey: "f".repeat(32) })).toEqual(wrong);
  await server.ctx.pool.query(
    "update account_profile set allowed_addresses = '{10.0.0.1}' where account_id = $1",
    [accountId],
  );
  expect(await call(method)).toMatchObject({ errorId: 11, errorCode: "ERROR_IP_NOT_ALLOWED" });
});

test("the sixth wrong key bans the address, by name and with the time that is left", async () => {
  for (let sent = 0; sent < 5; sent++) await server.call("/getBalance", {});
  const banned = {
    errorId: 21,
    errorCode: "ERROR_IP_BLOCKED",
    errorDescription: expect.stringMatching(/^ERROR: 1004\. .* 600 s are left\.$/),
  };
  expect(await call("getBalance")).toEqual(banned);
  expect(await server.call("/createTask", { clientKey: key, task: [] })).toEqual(banned);
});

test("too many reads are refused by the rule's name", async () => {
  await server.ctx.pool.query(
    `update account_profile set limit_overrides = '{"result_reads": 1}' where account_id = $1`,
    [accountId],
  );
  await call("getBalance");
  const { headers } = await server.post("/getBalance", { clientKey: key });
  expect(headers).toMatchObject({ "retry-after": "300" });
  expect(await call("getBalance")).toEqual({
    errorId: 202,
    errorCode: "ERROR_TOO_MUCH_REQUESTS",
    errorDescription: expect.stringMatching(/^ERROR: 1005\. .* 300 s are left\.$/),
  });
});

test.each([
  [undefined, 16],
  ["12a", 16],
  [-1, 16],
  [1.5, 16],
  [1, 16],
  [999, 16],
  ["9".repeat(30), 16],
  [[1], 110],
])("no task has the id %j", async (taskId, errorId) => {
  for (const method of ["getTaskResult", "reportCorrect", "cancelTask"])
    expect(await call(method, { taskId })).toMatchObject({ errorId });
});

test("another account's task is not there", async () => {
  const taskId = await newTask();
  ({ key } = await server.newCustomer());
  for (const method of ["getTaskResult", "reportCorrect", "reportIncorrect", "cancelTask"])
    expect(await call(method, { taskId })).toMatchObject({ errorCode: "ERROR_NO_SUCH_CAPCHA_ID" });
});

test("the same report again is a success, the opposite is not", async () => {
  const taskId = await newTask();
  expect(await call("reportCorrect", { taskId })).toMatchObject({
    errorId: 205,
    errorCode: "ERROR_REPORT_NOT_RECORDED",
    errorDescription: expect.stringContaining("answered"),
  });
  await server.answer({ text: "abc" });
  for (const method of [
    "reportIncorrect",
    "reportIncorrectImageCaptcha",
    "reportIncorrectRecaptcha",
    "reportIncorrectHcaptcha",
  ])
    expect(await call(method, { taskId })).toEqual(SUCCESS);
  for (const method of ["reportCorrect", "reportCorrectRecaptcha"])
    expect(await call(method, { taskId })).toEqual({
      errorId: 206,
      errorCode: "ERROR_DUPLICATE_REPORT",
      errorDescription: "The opposite was reported for this task before. The first report stands.",
    });
});

test("a report comes too late after 15 minutes", async () => {
  const taskId = await newTask();
  await server.answer({ text: "abc" });
  server.clock.advance(15 * 60_000 + 1_000);
  expect(await call("reportCorrect", { taskId })).toMatchObject({ errorId: 205 });
});

test("a task that nobody has is cancelled, as often as it is asked for, and costs nothing", async () => {
  const taskId = await newTask();
  expect(await call("cancelTask", { taskId })).toEqual(SUCCESS);
  expect(await call("cancelTask", { taskId })).toEqual(SUCCESS);
  expect(await call("getBalance")).toEqual({ errorId: 0, balance: 1 });
  expect(await call("getTaskResult", { taskId })).toMatchObject({
    errorId: 12,
    errorDescription: "It was cancelled. Nothing was charged.",
  });
});

test("an answered task cannot be cancelled", async () => {
  const taskId = await newTask();
  await server.answer({ text: "abc" });
  expect(await call("cancelTask", { taskId })).toMatchObject({
    errorId: 208,
    errorCode: "ERROR_CANCEL_NOT_POSSIBLE",
  });
});

test("/test shows the properties as they were understood, then the body as it came", async () => {
  const { headers, body } = await server.post("/test", '{"a": 1,\n"b":null}');
  expect(headers).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff",
  });
  expect(body).toBe('{\n  "a": 1,\n  "b": null\n}\n\n{"a": 1,\n"b":null}');
  expect((await server.post("/test", "<b>")).body).toBe("The body is no JSON object.\n\n<b>");
  const long = JSON.stringify({ a: "x".repeat(2_001) });
  expect((await server.post("/test", long)).body).toContain("x... (2001 characters)");
});
