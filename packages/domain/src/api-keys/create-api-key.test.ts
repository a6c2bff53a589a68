import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAccount, buildDomain } from "../testing/builders";
import { API_KEYS_MAX, createApiKey } from "./create-api-key";
import { findApiKey } from "./find-api-key";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

test("a new key works at once, and lists never show it", async () => {
  const accountId = await buildAccount(ctx);
  const { key, row } = await createApiKey(ctx, { accountId, name: "Build server" });
  expect(await findApiKey(ctx, key)).toMatchObject({ accountId, keyId: row.id });
  const rows = await listApiKeys(ctx, accountId);
  expect(rows).toMatchObject([{ name: "Build server", prefix: key.slice(0, 6), revokedAtMs: null }]);
  expect(JSON.stringify(rows)).not.toContain(key);
});

test("a revoked key ends at once and keeps the time of its first revocation", async () => {
  const accountId = await buildAccount(ctx);
  const { key, row } = await createApiKey(ctx, { accountId, name: "Old" });
  await findApiKey(ctx, key);
  const revoked = await revokeApiKey(ctx, { accountId, keyId: row.id });
  expect(revoked.revokedAtMs).toBe(ctx.clock.nowMs());
  expect(await findApiKey(ctx, key)).toBeNull();
  expect(await revokeApiKey(ctx, { accountId, keyId: row.id })).toEqual(revoked);
});

test("another account's key is not there", async () => {
  const [accountId, other] = [await buildAccount(ctx), await buildAccount(ctx)];
  const { key, row } = await createApiKey(ctx, { accountId, name: "Mine" });
  await expect(revokeApiKey(ctx, { accountId: other, keyId: row.id })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await findApiKey(ctx, key)).not.toBeNull();
  expect(await listApiKeys(ctx, other)).toEqual([]);
});

test("an account has at most fifty keys that work, however many are asked for at once", async () => {
  const accountId = await buildAccount(ctx);
  const wanted = Array.from({ length: API_KEYS_MAX + 5 }, (_, i) =>
    createApiKey(ctx, { accountId, name: `Key ${i}` }),
  );
  const made = await Promise.allSettled(wanted);
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(API_KEYS_MAX);
  const [first] = await listApiKeys(ctx, accountId);
  await revokeApiKey(ctx, { accountId, keyId: first?.id ?? 0 });
  await expect(createApiKey(ctx, { accountId, name: "Another" })).resolves.toBeDefined();
});
