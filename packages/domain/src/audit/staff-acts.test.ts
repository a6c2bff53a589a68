import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { setPrice } from "../prices/set-price";
import { depositByHand } from "../staff/deposit-by-hand";
import { setAccountLimit } from "../staff/set-account-limit";
import { buildAccount, buildDomain } from "../testing/builders";
import { listStaffActs } from "./list-staff-acts";
import { recordStaffAct } from "./record-staff-act";
import { verifyStaffActs } from "./verify-staff-acts";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let adminId: number;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
beforeEach(async () => {
  adminId = await buildAccount(ctx, { role: "admin" });
});
afterAll(() => domain.stop());

const record = (act: string, db: Parameters<typeof recordStaffAct>[0] = ctx.pool) =>
  recordStaffAct(db, {
    actorId: adminId,
    act,
    subject: "test:1",
    before: { a: 1 },
    after: null,
    reason: "why",
  });

test("each act follows the one before, also when many are recorded at once", async () => {
  await Promise.all(Array.from({ length: 8 }, (_, i) => record(`at_once_${i}`)));
  await ctx.db.transaction((tx) => record("by_drizzle", tx));
  const verified = await verifyStaffActs(ctx);
  expect(verified).toMatchObject({ faults: [], checked: verified.headId });
});

test("an act whose transaction is rolled back leaves no gap", async () => {
  const before = (await verifyStaffActs(ctx)).headId;
  await expect(
    ctx.db.transaction(async (tx) => {
      await record("undone", tx);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await record("done");
  expect(await verifyStaffActs(ctx)).toMatchObject({ headId: before + 1, faults: [] });
});

test.each([
  ["changed", "update staff_act set reason = 'another'"],
  ["removed", "delete from staff_act"],
  ["truncated", "truncate staff_act"],
  ["shortened at its head", "update staff_act_head set last_id = 0"],
])("the log cannot be %s", async (_, statement) => {
  await record("kept");
  await expect(ctx.pool.query(statement)).rejects.toMatchObject({ code: "42501" });
  expect((await verifyStaffActs(ctx)).faults).toEqual([]);
});

test.each([
  ["changed", "update staff_act set reason = 'another' where id = $1", 0],
  ["removed", "delete from staff_act where id = $1", 0],
  ["removed", "delete from staff_act where id = $1", 1],
])("an act that was %s behind the triggers' back is found", async (fault, statement, fromEnd) => {
  await record("one");
  await record("two");
  const { headId } = await verifyStaffActs(ctx);
  const id = headId - fromEnd;
  const client = await ctx.pool.connect();
  await client.query("begin");
  await client.query("alter table staff_act disable trigger user");
  await client.query(statement, [id]);
  const found = await verifyStaffActs({ pool: client as unknown as DomainContext["pool"] });
  await client.query("rollback");
  client.release();
  expect(found.faults).toEqual([{ id, fault }]);
});

test("acts are found by what, on what and by whom, in pages", async () => {
  await record("first");
  await record("second");
  const page = await listStaffActs(ctx, { actor: String(adminId), limit: 1 });
  expect(page.rows).toMatchObject([{ act: "second", before: '{"a": 1}', after: null, reason: "why" }]);
  const next = await listStaffActs(ctx, { actor: String(adminId), limit: 1, before: page.nextBefore ?? 0 });
  expect(next).toMatchObject({ rows: [{ act: "first" }], nextBefore: null });
  expect((await listStaffActs(ctx, { act: "first", subject: "test:2", limit: 9 })).rows).toEqual([]);
});

test("prices, limits and deposits are written down with before and after", async () => {
  const accountId = await buildAccount(ctx);
  const shares = { workerShareBasisPoints: 5_000, packageShareBasisPoints: 5_000 };
  const price = { priceMicros: 300, rateMinMicros: 300, rateMaxMicros: 300 };
  await setPrice(ctx, { kind: "image", ...price, ...shares, changedBy: adminId });
  await setAccountLimit(ctx, { accountId, limit: "submissions", value: 9, changedBy: adminId });
  await depositByHand(ctx, { accountId, amountMicros: 5, reason: "a transfer", bookedBy: adminId });
  const { rows } = await listStaffActs(ctx, { actor: String(adminId), limit: 9 });
  expect(rows.map(({ act, subject }) => [act, subject])).toEqual([
    ["book_deposit", `account:${accountId}`],
    ["set_account_limit", `account:${accountId}`],
    ["set_price", "kind:image"],
  ]);
  expect(JSON.parse(rows[2]?.before ?? "")).toMatchObject({ priceMicros: 200 });
  expect(JSON.parse(rows[1]?.after ?? "")).toEqual({ submissions: 9 });
});

test("a deposit that is refused is not written down", async () => {
  const deposit = { accountId: 1, amountMicros: 5, reason: "a mistake", bookedBy: adminId };
  await expect(depositByHand(ctx, deposit)).rejects.toMatchObject({ code: "not_found" });
  expect((await listStaffActs(ctx, { actor: String(adminId), limit: 9 })).rows).toEqual([]);
});
