import { buildAccount, buildApiKey, buildTask } from "@sightline/domain/testing/builders";
import { expect, test } from "vitest";
import { useTestApp, writeWebRoot } from "../testing/test-app";

const app = useTestApp({
  webRoot: writeWebRoot({ "index.html": "<title>Sightline</title>", "assets/a.js": "1" }),
});

async function send(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  const response = await fetch(app.origin + path, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  return { status: response.status, text: await response.text() };
}
const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
const NO_SUCH_METHOD =
  '{"errorId":14,"errorCode":"ERROR_NO_SUCH_METHOD",' +
  '"errorDescription":"There is no such method here. Check the address you post to."}';

test.each([
  ["/getQueueLength", "{}"],
  ["/gettaskresult", '{"clientKey":"x"}'],
  ["/getBalanc%C3%A9", "no JSON at all"],
  ["/work", "{}"],
])("JSON posted to %s, which is no method, gets the protocol's word for that", async (path, body) => {
  expect(await send("POST", path, JSON_TYPE, body)).toEqual({ status: 200, text: NO_SUCH_METHOD });
});

test.each([
  ["POST", "/getQueueLength", { "content-type": "text/html" }, "x"],
  ["POST", "/a/b", JSON_TYPE, "{}"],
  ["GET", "/getQueueLength", {}, undefined],
  ["GET", "/createTask", {}, undefined],
  ["PUT", "/createTask", JSON_TYPE, "{}"],
] as const)("%s %s is nothing that exists", async (method, path, headers, body) => {
  expect((await send(method, path, headers, body)).status).toBe(404);
});

test("the other ways in stay what they are", async () => {
  expect(await send("POST", "/in.php", JSON_TYPE, "{}")).toEqual({
    status: 200,
    text: "ERROR_WRONG_USER_KEY",
  });
  expect((await send("POST", "/trpc/session.logOut", JSON_TYPE, "{}")).text).not.toContain("errorId");
  expect((await send("GET", "/")).text).toContain("<title>Sightline</title>");
  expect((await send("GET", "/healthz")).status).toBe(200);
});

test("a method answers in the whole app as it does alone", async () => {
  expect((await send("POST", "/getBalance", JSON_TYPE, '{"clientKey":""}')).text).toMatch(
    /^\{"errorId":1,"errorCode":"ERROR_KEY_DOES_NOT_EXIST","errorDescription":"[^"]+"\}$/,
  );
});

test("requests that wait count together, by whichever protocol they came", async () => {
  const { ctx } = app;
  const accountId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  const key = await buildApiKey(ctx, accountId);
  await ctx.pool.query(
    `update account_profile set limit_overrides = '{"open_long_polls": 1}' where account_id = $1`,
    [accountId],
  );
  const taskId = await buildTask(ctx, accountId);
  const client = new AbortController();
  const waiting = fetch(`${app.origin}/res.php?key=${key}&action=get&id=${taskId}&wait=60`, {
    signal: client.signal,
  }).catch(() => null);
  while (ctx.memory.waiting === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const asked = JSON.stringify({ clientKey: key, taskId, wait: 60 });
  expect((await send("POST", "/getTaskResult", JSON_TYPE, asked)).text).toBe(
    '{"errorId":0,"status":"processing"}',
  );
  client.abort();
  await waiting;
});
