import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { giveTestKey } from "../test-mode/give-test-key";
import { buildAccount, buildDomain } from "../testing/builders";
import { admitCaller } from "./admit-caller";
import { changeApiKey } from "./change-api-key";
import { createApiKey } from "./create-api-key";
import { endPreviousSecret } from "./end-previous-secret";
import { findApiKey } from "./find-api-key";
import { listApiKeys } from "./list-api-keys";
import { mayUse } from "./may-use";
import { revokeApiKey } from "./revoke-api-key";
import { rotateApiKey } from "./rotate-api-key";

const database = useTestDatabase();
const HOUR_MS = 3_600_000;
const OPEN = {
  name: "Open",
  scopes: null,
  allowedAddresses: [],
  expiresAtMs: null,
  dayBudgetMicros: null,
  monthBudgetMicros: null,
};
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let accountId: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
beforeEach(async () => {
  accountId = await buildAccount(ctx);
});
afterAll(() => domain.stop());

const admitted = async (key: string, address = "192.0.2.1") => {
  const admission = await admitCaller(ctx, { key, address });
  return admission.ok ? "admitted" : admission.code;
};

test("a key says what it may do, and one that says nothing may do everything", async () => {
  const narrow = await createApiKey(ctx, { accountId, name: "Narrow", scopes: ["read", "read", "balance"] });
  expect(narrow.row.scopes).toEqual(["read", "balance"]);
  const holder = await findApiKey(ctx, narrow.key);
  expect(holder && mayUse(holder, "balance")).toBe(true);
  expect(holder && mayUse(holder, "send")).toBe(false);
  const open = await createApiKey(ctx, { accountId, name: "Open" });
  const openHolder = await findApiKey(ctx, open.key);
  expect(openHolder && mayUse(openHolder, "send")).toBe(true);
});

test("a changed key is another one at once", async () => {
  const { key, row } = await createApiKey(ctx, { accountId, name: "Before" });
  expect(await admitted(key)).toBe("admitted");
  const settings = { ...OPEN, name: "After", allowedAddresses: ["198.51.100.0/24"] };
  expect(await changeApiKey(ctx, { accountId, keyId: row.id, ...settings })).toMatchObject(settings);
  expect(await admitted(key)).toBe("ERROR_IP_NOT_ALLOWED");
  expect(await admitted(key, "198.51.100.3")).toBe("admitted");
});

test("a key is unknown from its end on, though it was remembered before", async () => {
  const expiresAtMs = clock.nowMs() + 10_000;
  const { key } = await createApiKey(ctx, { accountId, name: "Short", expiresAtMs });
  expect(await admitted(key)).toBe("admitted");
  clock.advance(10_000);
  expect(await admitted(key)).toBe("ERROR_KEY_DOES_NOT_EXIST");
});

test("an end that has passed is refused, and nothing is changed", async () => {
  const { row } = await createApiKey(ctx, { accountId, name: "Steady" });
  const change = { accountId, keyId: row.id, ...OPEN, expiresAtMs: clock.nowMs() };
  await expect(changeApiKey(ctx, change)).rejects.toMatchObject({ code: "conflict" });
  expect(await listApiKeys(ctx, accountId)).toEqual([row]);
});

test("after a rotation both secrets work, and the old one ends by itself", async () => {
  const { key: before, row } = await createApiKey(ctx, { accountId, name: "Turned", scopes: ["read"] });
  const { key: after, row: turned } = await rotateApiKey(ctx, { accountId, keyId: row.id, overlapHours: 1 });
  expect(turned).toMatchObject({
    id: row.id,
    scopes: ["read"],
    prefix: after.slice(0, 6),
    previous: { prefix: before.slice(0, 6), untilMs: clock.nowMs() + HOUR_MS },
  });
  expect(await findApiKey(ctx, before)).toMatchObject({ keyId: row.id, scopes: ["read"] });
  expect(await findApiKey(ctx, after)).toMatchObject({ keyId: row.id });
  clock.advance(HOUR_MS);
  expect(await findApiKey(ctx, before)).toBeNull();
  expect(await findApiKey(ctx, after)).not.toBeNull();
  expect((await listApiKeys(ctx, accountId))[0]?.previous).toBeNull();
});

test("the old secret can be ended at once, and a second rotation ends the oldest", async () => {
  const { key: first, row } = await createApiKey(ctx, { accountId, name: "Turned" });
  const keyId = row.id;
  const { key: second } = await rotateApiKey(ctx, { accountId, keyId, overlapHours: 24 });
  const { key: third } = await rotateApiKey(ctx, { accountId, keyId, overlapHours: 24 });
  expect(await findApiKey(ctx, first)).toBeNull();
  expect(await findApiKey(ctx, second)).not.toBeNull();
  expect((await endPreviousSecret(ctx, { accountId, keyId })).previous).toBeNull();
  expect(await findApiKey(ctx, second)).toBeNull();
  expect(await findApiKey(ctx, third)).not.toBeNull();
});

test("revoking ends both secrets", async () => {
  const { key: before, row } = await createApiKey(ctx, { accountId, name: "Gone" });
  const { key: after } = await rotateApiKey(ctx, { accountId, keyId: row.id, overlapHours: 24 });
  await revokeApiKey(ctx, { accountId, keyId: row.id });
  expect(await findApiKey(ctx, before)).toBeNull();
  expect(await findApiKey(ctx, after)).toBeNull();
});

test("another account's key, a revoked one and a test key's secret are not there to be changed", async () => {
  const other = await buildAccount(ctx);
  const { key, row } = await createApiKey(ctx, { accountId, name: "Mine" });
  const missing = { code: "not_found" };
  const theirs = { accountId: other, keyId: row.id };
  await expect(changeApiKey(ctx, { ...theirs, ...OPEN })).rejects.toMatchObject(missing);
  await expect(rotateApiKey(ctx, { ...theirs, overlapHours: 0 })).rejects.toMatchObject(missing);
  await expect(endPreviousSecret(ctx, theirs)).rejects.toMatchObject(missing);
  expect(await findApiKey(ctx, key)).not.toBeNull();

  await revokeApiKey(ctx, { accountId, keyId: row.id });
  const mine = { accountId, keyId: row.id };
  await expect(changeApiKey(ctx, { ...mine, ...OPEN })).rejects.toMatchObject(missing);
  await expect(rotateApiKey(ctx, { ...mine, overlapHours: 0 })).rejects.toMatchObject(missing);

  await giveTestKey(ctx, accountId);
  const testRow = (await listApiKeys(ctx, accountId)).find((each) => each.test);
  const rotation = { accountId, keyId: testRow?.id ?? 0, overlapHours: 0 };
  await expect(rotateApiKey(ctx, rotation)).rejects.toMatchObject(missing);
});
