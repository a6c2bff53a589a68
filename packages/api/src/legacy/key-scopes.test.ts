import type { KeyScope } from "@sightline/contract/api-keys";
import { createApiKey } from "@sightline/domain/api-keys/create-api-key";
import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { buildAccount } from "@sightline/domain/testing/builders";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exchange, request } from "../legacy/testing/exchange";
import { type LegacyServer, startLegacyServer } from "../legacy/testing/legacy-server";

const database = useTestDatabase();
const image = encodePng({ noise: noise(600) }).toString("base64");
let server: LegacyServer;
let accountId: number;
const keys = new Map<string, string>();

beforeAll(async () => {
  server = await startLegacyServer(database.url);
  accountId = await buildAccount(server.ctx, { amountMicros: 1_000_000 });
});
afterAll(() => server.stop());

/** A key with these scopes alone. */
async function keyFor(...scopes: KeyScope[]): Promise<string> {
  const name = scopes.join();
  const key = keys.get(name) ?? (await createApiKey(server.ctx, { accountId, name, scopes })).key;
  keys.set(name, key);
  return key;
}

async function post(path: string, values: object): Promise<string> {
  const headers = { "Content-Type": "application/json" };
  return (await exchange(server.port, request(`POST ${path}`, headers, JSON.stringify(values)))).body;
}
async function read(query: string): Promise<string> {
  return (await exchange(server.port, request(`GET /res.php?${query}`, {}))).body;
}

const CHALLENGE = {
  method: "userrecaptcha",
  googlekey: "6Le-wvkSVVABCPBMRTvw0Q4Muexq1bi0DJwx_mJ-",
  pageurl: "https://demo.test/",
};

test.each([
  ["read", "action=get&id=2000000000"],
  ["read", "action=get2&id=2000000000"],
  ["read", "action=receipt&id=2000000000"],
  ["balance", "action=getbalance"],
  ["balance", "action=spendstats"],
  ["report", "action=reportbad&id=2000000000"],
  ["report", "action=reportgood&id=2000000000"],
  ["send", "action=cancel&id=2000000000"],
  ["callbacks", "action=get_pingback"],
] as const)("only a key with %s may ask res.php for %s", async (scope, query) => {
  const other = scope === "read" ? "send" : "read";
  expect(await read(`key=${await keyFor(other)}&${query}`)).toBe("ERROR_KEY_NOT_ALLOWED");
  expect(await read(`key=${await keyFor(scope)}&${query}`)).not.toContain("ERROR_KEY_NOT_ALLOWED");
});

test("with json=1 the words say what the key may not do", async () => {
  expect(JSON.parse(await read(`key=${await keyFor("send")}&action=getbalance&json=1`))).toEqual({
    status: 0,
    request: "ERROR_KEY_NOT_ALLOWED",
    error_text: expect.stringContaining("read the balance"),
  });
});

test("only a key that may send is answered by in.php, and live challenges are a scope of their own", async () => {
  const sends = await keyFor("send");
  expect(await post("/in.php", { key: await keyFor("read"), body: image })).toBe("ERROR_KEY_NOT_ALLOWED");
  expect(await post("/in.php", { key: sends, body: image })).toMatch(/^OK\|\d+$/);
  expect(await post("/in.php", { key: sends, ...CHALLENGE })).toBe("ERROR_KEY_NOT_ALLOWED");
  const both = await keyFor("send", "challenges");
  expect(await post("/in.php", { key: both, ...CHALLENGE })).toBe("ERROR_DOMAIN_NOT_ALLOWED");
});

test("an address that is not on the key's own list is refused, whatever the account's says", async () => {
  const { key } = await createApiKey(server.ctx, {
    accountId,
    name: "Elsewhere",
    allowedAddresses: ["198.51.100.1"],
  });
  expect(await read(`key=${key}&action=getbalance`)).toBe("ERROR_IP_NOT_ALLOWED");
});

test("a key over its budget is refused as a balance is, and with json=1 the words say which", async () => {
  const { key } = await createApiKey(server.ctx, { accountId, name: "Poor", dayBudgetMicros: 1 });
  expect(await post("/in.php", { key, body: image })).toBe("ERROR_ZERO_BALANCE");
  expect(JSON.parse(await post("/in.php", { key, body: image, json: 1 }))).toEqual({
    status: 0,
    request: "ERROR_ZERO_BALANCE",
    error_text: expect.stringContaining("This key's budget of 0.000001 USD a day"),
  });
});

test("a key at its end is one that does not exist", async () => {
  const expiresAtMs = server.clock.nowMs() + 5_000;
  const { key } = await createApiKey(server.ctx, { accountId, name: "Short", expiresAtMs });
  expect(await read(`key=${key}&action=getbalance`)).toMatch(/^[\d.]+$/);
  server.clock.advance(5_000);
  expect(await read(`key=${key}&action=getbalance`)).toBe("ERROR_KEY_DOES_NOT_EXIST");
});
