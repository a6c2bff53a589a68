import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { listCaughtMail } from "../mail/list-caught-mail";
import { buildAuthentication, buildPerson, type Person } from "../testing/build-person";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { mailAlarms } from "./mail-alarms";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let admin: Person;
const HOUR_MS = 3_600_000;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  const auth = buildAuthentication(ctx);
  admin = await buildPerson(ctx, auth, "admin");
  await buildPerson(ctx, auth, "moderator");
  await buildTask(ctx, await buildAccount(ctx, { amountMicros: 1_000_000 }));
});
beforeEach(() => database.pool.query("truncate alarm_mail, mail"));
afterAll(() => domain.stop());

const mails = async () => (await listCaughtMail(ctx)).map(({ to, subject }) => ({ to, subject }));
const NOBODY = "Alarm: tasks wait and nobody is connected (1)";

test("admins get one mail an hour about an alarm that stays", async () => {
  expect(await mailAlarms.runOnce(ctx)).toBe(1);
  expect(await mails()).toEqual([{ to: admin.email, subject: NOBODY }]);
  await mailAlarms.runOnce(ctx);
  expect(await mails()).toHaveLength(1);
  // As long ago as an hour, without the task growing old.
  await database.pool.query("update alarm_mail set mailed_at = $1", [new Date(clock.nowMs() - HOUR_MS)]);
  await mailAlarms.runOnce(ctx);
  expect(await mails()).toHaveLength(2);
});

test("two processes that see it at the same time mail it once", async () => {
  await Promise.all([mailAlarms.runOnce(ctx), mailAlarms.runOnce(ctx)]);
  expect(await mails()).toHaveLength(1);
});

test("workers at another process are somebody at work", async () => {
  await database.pool.query(
    "insert into process_load (node, workers, idle_workers, seen_at) values (900, 1, 1, $1)",
    [new Date(clock.nowMs())],
  );
  expect(await mailAlarms.runOnce(ctx)).toBe(0);
  await database.pool.query("delete from process_load where node = 900");
});
