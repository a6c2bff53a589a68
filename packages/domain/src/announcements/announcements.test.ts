import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listStaffActs } from "../audit/list-staff-acts";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAccount, buildDomain } from "../testing/builders";
import { announcementReach, currentAnnouncements, listAnnouncements } from "./list-announcements";
import { publishAnnouncement, undoAnnouncement, withdrawAnnouncement } from "./publish-announcement";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let adminId: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  adminId = await buildAccount(ctx, { role: "admin" });
});
beforeEach(() => database.pool.query("delete from announcement"));
afterAll(() => domain.stop());

const publish = (overrides: Partial<Parameters<typeof publishAnnouncement>[1]> = {}) =>
  publishAnnouncement(ctx, {
    audience: "everybody",
    tone: "info",
    text: "We are closed on Sunday.",
    untilMs: null,
    publishedBy: adminId,
    ...overrides,
  });
const shownTo = async (role: "customer" | "worker") =>
  (await currentAnnouncements(ctx, role)).map(({ text }) => text);

test("an announcement is shown to its audience until its end", async () => {
  await publish({ audience: "customers", untilMs: clock.nowMs() + 60_000 });
  expect(await shownTo("customer")).toEqual(["We are closed on Sunday."]);
  expect(await shownTo("worker")).toEqual([]);
  clock.advance(60_000);
  expect(await shownTo("customer")).toEqual([]);
  await expect(publish({ untilMs: clock.nowMs() })).rejects.toMatchObject({ code: "conflict" });
});

test("a new version replaces the one before, and undo brings that back", async () => {
  const { id } = await publish();
  const { version } = await publish({ id, text: "We are closed on Monday." });
  expect(version).toBe(2);
  expect(await shownTo("worker")).toEqual(["We are closed on Monday."]);
  await undoAnnouncement(ctx, { id, version, undoneBy: adminId });
  expect(await shownTo("worker")).toEqual(["We are closed on Sunday."]);
  expect((await listAnnouncements(ctx)).map((row) => row.version)).toEqual([3, 2, 1]);
  const { rows } = await listStaffActs(ctx, { subject: `announcement:${id}`, limit: 3 });
  expect(rows.map(({ act }) => act)).toEqual([
    "undo_announcement",
    "publish_announcement",
    "publish_announcement",
  ]);
});

test("a withdrawn one is shown to nobody, and undo shows it again", async () => {
  const { id } = await publish();
  await withdrawAnnouncement(ctx, { id, version: 1, withdrawnBy: adminId });
  expect(await shownTo("customer")).toEqual([]);
  await undoAnnouncement(ctx, { id, version: 2, undoneBy: adminId });
  expect(await shownTo("customer")).toEqual(["We are closed on Sunday."]);
});

test("undoing the first version withdraws it, and what somebody else changed meanwhile is not undone", async () => {
  const { id } = await publish();
  await publish({ id, text: "We are closed on Monday." });
  const seen = { id, version: 1, undoneBy: adminId };
  await expect(undoAnnouncement(ctx, seen)).rejects.toMatchObject({ code: "conflict" });
  const other = await publish();
  await undoAnnouncement(ctx, { id: other.id, version: 1, undoneBy: adminId });
  expect(await shownTo("worker")).toEqual(["We are closed on Monday."]);
  await expect(undoAnnouncement(ctx, { ...seen, id: 99 })).rejects.toMatchObject({ code: "not_found" });
});

test("how many an announcement reaches is counted by its audience, without staff and who is suspended", async () => {
  const before = await announcementReach(ctx);
  await buildAccount(ctx);
  await buildAccount(ctx, { role: "worker" });
  const suspendedId = await buildAccount(ctx, { role: "worker" });
  await buildAccount(ctx, { role: "moderator" });
  await database.pool.query("update account_profile set suspended_at = $2 where account_id = $1", [
    suspendedId,
    new Date(clock.nowMs()),
  ]);
  expect(await announcementReach(ctx)).toEqual({
    everybody: before.everybody + 2,
    customers: before.customers + 1,
    workers: before.workers + 1,
  });
});
