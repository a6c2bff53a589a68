import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findAddressRefusal } from "../api-keys/admit-caller";
import { listStaffActs } from "../audit/list-staff-acts";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { exchangeLimits } from "../limits/exchange-limits";
import { LimitCounters } from "../limits/limit-counters";
import { buildAccount, buildDomain } from "../testing/builders";
import { endExemption, exemptAddress } from "./exempt-address";
import { liftBan } from "./lift-ban";
import { listBans, listExemptions } from "./list-bans";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let staffId: number;
let address = "192.0.2.0";
let addresses = 0;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  staffId = await buildAccount(ctx, { role: "admin" });
});
beforeEach(() => {
  address = `192.0.2.${++addresses}`;
});
afterAll(() => domain.stop());

async function ban(limits = ctx.limits): Promise<number> {
  for (let i = 0; i < 5; i++) limits.count("wrong_keys", address);
  expect(findAddressRefusal({ limits }, address)).toBe("ERROR: 1004");
  await exchangeLimits({ ...ctx, limits });
  const { rows } = await listBans(ctx, { running: true, search: address });
  return rows[0]?.id ?? 0;
}

test("staff lift a ban, here and in other processes, and its count starts at zero", async () => {
  const elsewhere = { pool: ctx.pool, clock, limits: new LimitCounters({ clock }) };
  const banId = await ban();
  await exchangeLimits(elsewhere);
  expect(findAddressRefusal(elsewhere, address)).toBe("ERROR: 1004");
  const liftedAtMs = clock.nowMs();
  await liftBan(ctx, { banId, reason: "An office.", liftedBy: staffId });
  expect(findAddressRefusal(ctx, address)).toBeNull();
  await exchangeLimits(elsewhere, liftedAtMs);
  expect(findAddressRefusal(elsewhere, address)).toBeNull();
  ctx.limits.count("wrong_keys", address);
  expect(findAddressRefusal(ctx, address)).toBeNull();
  const restarted = { pool: ctx.pool, clock, limits: new LimitCounters({ clock }) };
  await exchangeLimits(restarted);
  expect(findAddressRefusal(restarted, address)).toBeNull();
});

test("a lifted ban stays in the history with who lifted it, and cannot be lifted again", async () => {
  const banId = await ban();
  await liftBan(ctx, { banId, reason: "An office.", liftedBy: staffId });
  const { rows } = await listBans(ctx, { running: false, search: address });
  expect(rows).toMatchObject([{ id: banId, limit: "wrong_keys", lifted: { atMs: clock.nowMs() } }]);
  expect((await listBans(ctx, { running: true, search: address })).rows).toEqual([]);
  await expect(liftBan(ctx, { banId, reason: "Again.", liftedBy: staffId })).rejects.toMatchObject({
    code: "conflict",
  });
  const acts = await listStaffActs(ctx, { subject: `ban:${address}`, limit: 5 });
  expect(acts.rows).toMatchObject([{ act: "lift_ban", reason: "An office.", actorId: staffId }]);
});

test("a ban that starts after one was lifted holds", async () => {
  await liftBan(ctx, { banId: await ban(), reason: "An office.", liftedBy: staffId });
  clock.advance(3_000);
  await ban();
  await exchangeLimits(ctx, clock.nowMs());
  expect(findAddressRefusal(ctx, address)).toBe("ERROR: 1004");
});

test("an exempt address is banned no more, until that is ended", async () => {
  await ban();
  await exemptAddress(ctx, { address, reason: "Our own monitor.", setBy: staffId });
  expect(findAddressRefusal(ctx, address)).toBeNull();
  for (let i = 0; i < 70; i++) ctx.limits.count("wrong_keys", address);
  expect(findAddressRefusal(ctx, address)).toBeNull();
  expect(await listExemptions(ctx)).toMatchObject([{ subject: address, reason: "Our own monitor." }]);
  await expect(exemptAddress(ctx, { address, reason: "Twice.", setBy: staffId })).rejects.toMatchObject({
    code: "conflict",
  });
  await endExemption(ctx, { subject: address, reason: "Retired.", endedBy: staffId });
  clock.advance(600_000);
  for (let i = 0; i < 5; i++) ctx.limits.count("wrong_keys", address);
  expect(findAddressRefusal(ctx, address)).toBe("ERROR: 1004");
  await expect(
    endExemption(ctx, { subject: address, reason: "Twice.", endedBy: staffId }),
  ).rejects.toMatchObject({ code: "not_found" });
});
