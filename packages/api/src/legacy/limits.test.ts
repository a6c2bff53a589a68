import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { countSubmission } from "@sightline/domain/limits/count-submission";
import { buildAccount, buildApiKey } from "@sightline/domain/testing/builders";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exchange, request } from "./testing/exchange";
import { type LegacyServer, startLegacyServer } from "./testing/legacy-server";

const database = useTestDatabase();
const IMAGE = encodePng({ noise: noise(600) }).toString("base64");
let server: LegacyServer;

beforeEach(async () => {
  server = await startLegacyServer(database.url);
});
afterEach(() => server.stop());

async function submit(key = server.key, values: Record<string, unknown> = { body: IMAGE }): Promise<string> {
  const headers = { "Content-Type": "application/json" };
  return (await exchange(server.port, request("POST /in.php", headers, JSON.stringify({ key, ...values }))))
    .body;
}
async function read(key = server.key, address = "127.0.0.1", query = "action=get&id=7"): Promise<string> {
  const headers = { "X-Forwarded-For": address };
  return (await exchange(server.port, request(`GET /res.php?key=${key}&${query}`, headers))).body;
}
/** So many at the same time: the counts do not mind, and the test is over sooner. */
function times<T>(count: number, run: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, run));
}
const override = async (limits: Record<string, number>) => {
  await server.ctx.pool.query("update account_profile set limit_overrides = $1 where account_id = $2", [
    JSON.stringify(limits),
    server.accountId,
  ]);
  server.ctx.apiKeys.forget(server.accountId);
};

test("more than sixty submissions in three seconds, refused ones included, block submissions for ten", async () => {
  const bad = await times(30, () => submit(server.key, { numeric: 9 }));
  const good = await times(30, () => submit());
  expect(new Set(bad)).toEqual(new Set(["ERROR_BAD_PARAMETERS"]));
  expect(good.every((body) => body.startsWith("OK|"))).toBe(true);
  expect(await submit()).toBe("MAX_USER_TURN");
  expect(await read()).toBe("ERROR_WRONG_CAPTCHA_ID");
  server.clock.advance(10_000);
  expect(await submit()).toMatch(/^OK\|/);
});

test("the blocked account's other key is blocked too, and other accounts are not", async () => {
  await override({ submissions: 2 });
  await times(3, () => submit());
  expect(await submit(await buildApiKey(server.ctx, server.accountId))).toBe("MAX_USER_TURN");
  const stranger = await buildAccount(server.ctx, { amountMicros: 1_000 });
  expect(await submit(await buildApiKey(server.ctx, stranger))).toMatch(/^OK\|/);
});

test("a maximum that staff set holds for the account", async () => {
  await override({ submissions: 100 });
  const bodies = await times(100, () => submit());
  expect(bodies.every((body) => body.startsWith("OK|"))).toBe(true);
  expect(await submit()).toBe("MAX_USER_TURN");
});

test("120 refusals for a zero balance in a minute block submissions for five", async () => {
  const poor = await buildApiKey(server.ctx, await buildAccount(server.ctx));
  for (let i = 0; i < 3; i++) {
    expect(new Set(await times(40, () => submit(poor)))).toEqual(new Set(["ERROR_ZERO_BALANCE"]));
    server.clock.advance(4_000);
  }
  expect(await submit(poor)).toBe("ERROR: 1002");
  expect(await read(poor)).toBe("ERROR_WRONG_CAPTCHA_ID");
  server.clock.advance(300_000);
  expect(await submit(poor)).toBe("ERROR_ZERO_BALANCE");
});

test("reading more than twenty times for each accepted task and 1,200 times blocks reading for five minutes", async () => {
  await override({ result_reads: 10 });
  await submit();
  const reads = [
    ...(await times(10, () => read())),
    ...(await times(10, () => read(server.key, "127.0.0.1", "action=getbalance"))),
    ...(await times(10, () => read(server.key, "127.0.0.1", ""))),
  ];
  expect(reads).not.toContain("ERROR: 1005");
  expect(await read()).toBe("ERROR: 1005");
  expect(await submit()).toMatch(/^OK\|/);
  server.clock.advance(300_000);
  expect(await read()).toBe("ERROR_WRONG_CAPTCHA_ID");
});

test.each([
  ["rate", "ERROR: 1001", 600_000],
  ["queue", "ERROR: 1003", 30_000],
  ["package", "ERROR: 1003", 30_000],
] as const)("120 refusals for the %s in a minute block submissions", async (cause, code, banMs) => {
  const outcome = { ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause } as const;
  for (let i = 0; i < 119; i++) countSubmission(server.ctx, server.accountId, outcome);
  expect(await submit()).toMatch(/^OK\|/);
  countSubmission(server.ctx, server.accountId, outcome);
  expect(await submit()).toBe(code);
  expect(await read()).toBe("ERROR_WRONG_CAPTCHA_ID");
  server.clock.advance(banMs);
  expect(await submit()).toMatch(/^OK\|/);
});

test("refusals because the server itself has no room block nobody", async () => {
  const outcome = { ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "busy" } as const;
  for (let i = 0; i < 500; i++) countSubmission(server.ctx, server.accountId, outcome);
  expect(await submit()).toMatch(/^OK\|/);
});

test("who has many tasks accepted may be refused three times as often for a full queue", async () => {
  for (let i = 0; i < 100; i++) countSubmission(server.ctx, server.accountId, { ok: true });
  const outcome = { ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "queue" } as const;
  for (let i = 0; i < 299; i++) countSubmission(server.ctx, server.accountId, outcome);
  expect(await submit()).toMatch(/^OK\|/);
  for (let i = 0; i < 4; i++) countSubmission(server.ctx, server.accountId, outcome);
  expect(await submit()).toBe("ERROR: 1003");
});

test("five wrong keys block the address for everything, and sixty ban it", async () => {
  const address = "192.0.2.77";
  expect(await times(5, () => read("wrong", address))).toEqual(Array(5).fill("ERROR_WRONG_USER_KEY"));
  expect(await read(server.key, address)).toBe("ERROR: 1004");
  await times(55, () => read("wrong", address));
  expect(await read(server.key, address)).toBe("IP_BANNED");
  expect(await read(server.key, "192.0.2.78")).toBe("ERROR_WRONG_CAPTCHA_ID");
});

test("a request that cannot be read is not a wrong key, but a banned address is told of its ban", async () => {
  const garbage = request("POST /in.php", { "Content-Type": "application/json" }, "{");
  expect(new Set((await times(10, () => exchange(server.port, garbage))).map(({ body }) => body))).toEqual(
    new Set(["ERROR_UPLOAD"]),
  );
  await times(5, () => read("wrong"));
  expect((await exchange(server.port, garbage)).body).toBe("ERROR: 1004");
});
