import type { KeyScope } from "@sightline/contract/api-keys";
import { createApiKey } from "@sightline/domain/api-keys/create-api-key";
import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type JsonServer, startJsonServer } from "./testing/json-server";

const database = useTestDatabase();
const image = encodePng({ noise: noise(600) }).toString("base64");
let server: JsonServer;
let accountId: number;

beforeAll(async () => {
  server = await startJsonServer(database.url);
  ({ accountId } = await server.newCustomer());
});
afterAll(() => server.stop());

/** A key with these scopes alone. */
const keyFor = async (...scopes: KeyScope[]) =>
  (await createApiKey(server.ctx, { accountId, name: scopes.join(), scopes })).key;

test.each([
  ["createTask", "send", { task: { type: "ImageToTextTask", body: image } }],
  ["getTaskResult", "read", { taskId: 2_000_000_000 }],
  ["getTaskReceipt", "read", { taskId: 2_000_000_000 }],
  ["getBalance", "balance", {}],
  ["getSpendingStats", "balance", {}],
  ["reportIncorrect", "report", { taskId: 2_000_000_000 }],
  ["reportCorrect", "report", { taskId: 2_000_000_000 }],
  ["cancelTask", "send", { taskId: 2_000_000_000 }],
] as const)("the JSON API refuses %s to a key without %s", async (method, scope, fields) => {
  const other = scope === "read" ? "send" : "read";
  const refused = await server.call(`/${method}`, { clientKey: await keyFor(other), ...fields });
  expect(refused).toMatchObject({ errorId: 209, errorCode: "ERROR_KEY_NOT_ALLOWED" });
  const taken = await server.call(`/${method}`, { clientKey: await keyFor(scope), ...fields });
  expect(taken.errorId).not.toBe(209);
});

test("a live challenge is a scope of its own", async () => {
  const task = {
    type: "RecaptchaV2TaskProxyless",
    websiteURL: "https://demo.test/",
    websiteKey: "6Le-wvkSVVABCPBMRTvw0Q4Muexq1bi0DJwx_mJ-",
  };
  const refused = await server.call("/createTask", { clientKey: await keyFor("send"), task });
  expect(refused).toMatchObject({ errorId: 209 });
  expect(refused.errorDescription).toContain("live challenges");
  const clientKey = await keyFor("send", "challenges");
  expect(await server.call("/createTask", { clientKey, task })).toMatchObject({ errorId: 201 });
});

test("a key over its budget is refused as a balance is, in words of its own", async () => {
  const { key } = await createApiKey(server.ctx, { accountId, name: "Poor", monthBudgetMicros: 1 });
  const task = { type: "ImageToTextTask", body: image };
  expect(await server.call("/createTask", { clientKey: key, task })).toMatchObject({
    errorId: 10,
    errorCode: "ERROR_ZERO_BALANCE",
    errorDescription: expect.stringContaining("This key's budget of 0.000001 USD a month"),
  });
});

test("a key's own addresses and its end hold here, too", async () => {
  const options = { allowedAddresses: ["198.51.100.1"] };
  const elsewhere = await createApiKey(server.ctx, { accountId, name: "Elsewhere", ...options });
  expect(await server.call("/getBalance", { clientKey: elsewhere.key })).toMatchObject({ errorId: 11 });
  const expiresAtMs = server.clock.nowMs() + 5_000;
  const short = await createApiKey(server.ctx, { accountId, name: "Short", expiresAtMs });
  expect(await server.call("/getBalance", { clientKey: short.key })).toMatchObject({ errorId: 0 });
  server.clock.advance(5_000);
  expect(await server.call("/getBalance", { clientKey: short.key })).toMatchObject({ errorId: 1 });
});
