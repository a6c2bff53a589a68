import { listStaffActs } from "@sightline/domain/audit/list-staff-acts";
import { suspendAccount } from "@sightline/domain/standing/suspend-account";
import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { beforeEach, expect, test } from "vitest";
import { callProcedure, useTestApp } from "../testing/test-app";

const app = useTestApp();
let admin: Person;
let customer: Person;

beforeEach(async () => {
  admin = await buildPerson(app.ctx, app.auth, "admin");
  customer = await buildPerson(app.ctx, app.auth, "customer");
});

const call = (path: string, type: "query" | "mutation", input?: unknown, who = admin) =>
  callProcedure(app.origin, path, { cookie: who.visit.cookie, type, input });
const start = (accountId = customer.accountId) =>
  call("impersonation.start", "mutation", { accountId, reason: "They asked for help." });

test("an admin sees a customer's pages as the customer does, until they stop", async () => {
  expect((await start()).error).toBeUndefined();
  expect((await call("session.me", "query")).data).toMatchObject({
    email: customer.email,
    role: "customer",
    viewing: { byEmail: admin.email },
  });
  expect((await call("customer.overview", "query")).error).toBeUndefined();
  expect((await call("staff.floor", "query")).error?.data.code).toBe("FORBIDDEN");
  expect((await call("impersonation.stop", "mutation")).error).toBeUndefined();
  expect((await call("staff.floor", "query")).error).toBeUndefined();
  const { rows } = await listStaffActs(app.ctx, { subject: `account:${customer.accountId}`, limit: 3 });
  expect(rows.map(({ act, reason }) => [act, reason])).toEqual([
    ["stop_viewing", null],
    ["view_as", "They asked for help."],
  ]);
});

test("nothing can be changed, neither as the customer nor as the admin", async () => {
  await start();
  for (const path of ["customer.createApiKey", "standing.appeal", "staffAccounts.suspend", "work.act"]) {
    const { error } = await call(path, "mutation", {});
    expect([path, error?.data.code, error?.message]).toEqual([
      path,
      "FORBIDDEN",
      `You look at the pages of ${customer.email}: nothing can be changed here.`,
    ]);
  }
  expect((await call("session.me", "query", undefined, customer)).data).not.toHaveProperty("viewing");
});

test("staff, oneself and accounts that are not there cannot be looked at; moderators cannot look", async () => {
  const moderator = await buildPerson(app.ctx, app.auth, "moderator");
  expect((await start(moderator.accountId)).error?.data.code).toBe("NOT_FOUND");
  expect((await start(admin.accountId)).error?.data.code).toBe("NOT_FOUND");
  const input = { accountId: customer.accountId, reason: "Curious." };
  const { error } = await call("impersonation.start", "mutation", input, moderator);
  expect(error?.data.code).toBe("FORBIDDEN");
});

test("an admin who is suspended meanwhile sees nothing more", async () => {
  await start();
  const other = await buildPerson(app.ctx, app.auth, "admin");
  const wanted = { accountId: admin.accountId, reason: "Looked into.", untilMs: null };
  await suspendAccount(app.ctx, { ...wanted, suspendedBy: other.accountId });
  expect((await call("customer.overview", "query")).error?.data.code).toBe("FORBIDDEN");
});
