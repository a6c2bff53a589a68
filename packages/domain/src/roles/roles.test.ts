import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listStaffActs } from "../audit/list-staff-acts";
import type { Authentication } from "../auth/authentication";
import { findActor } from "../auth/find-actor";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAuthentication, buildPerson, type Person } from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { askForRole, decideRole, listRoleChanges } from "./change-role";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let auth: Authentication;
let admin: Person;
let other: Person;
let moderator: Person;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  auth = buildAuthentication(ctx);
});
beforeEach(async () => {
  await database.pool.query("delete from role_change");
  admin = await buildPerson(ctx, auth, "admin");
  other = await buildPerson(ctx, auth, "admin");
  moderator = await buildPerson(ctx, auth, "moderator");
});
afterAll(() => domain.stop());

const ask = (person = moderator, role: "moderator" | "admin" = "admin") =>
  askForRole(ctx, {
    accountId: person.accountId,
    role,
    reason: "Runs the place.",
    askedBy: admin.accountId,
  });
async function decide(approve: boolean, decidedBy = other): Promise<void> {
  const [change] = await listRoleChanges(ctx, decidedBy.accountId);
  await decideRole(ctx, auth, { changeId: change?.id ?? 0, approve, decidedBy: decidedBy.accountId });
}

test("a second admin approves, the role holds, and its holder logs in anew", async () => {
  await ask();
  expect(await listRoleChanges(ctx, admin.accountId)).toMatchObject([{ toRole: "admin", isMine: true }]);
  await decide(true);
  const { rows } = await database.pool.query(
    "select a.role, u.role as user_role from account a join auth_user u on u.account_id = a.id where a.id = $1",
    [moderator.accountId],
  );
  expect(rows).toEqual([{ role: "admin", user_role: "admin" }]);
  expect(await findActor(auth, moderator.visit)).toBeNull();
  const acts = await listStaffActs(ctx, { subject: `account:${moderator.accountId}`, limit: 2 });
  expect(acts.rows.map(({ act }) => act)).toEqual(["approve_role", "ask_for_role"]);
});

test("whoever asked cannot approve, nor whoever it is about; a refusal changes nothing", async () => {
  await ask();
  await expect(decide(true, admin)).rejects.toMatchObject({ code: "conflict" });
  await decide(false, admin);
  expect(await findActor(auth, moderator.visit)).toMatchObject({ role: "moderator" });
  await ask(other, "moderator");
  await expect(decide(true, other)).rejects.toMatchObject({ code: "conflict" });
});

test("one's own role, the role one has, a second wish at a time and customers are refused", async () => {
  await expect(ask(admin, "moderator")).rejects.toMatchObject({ code: "conflict" });
  await expect(ask(moderator, "moderator")).rejects.toMatchObject({ code: "conflict" });
  await ask();
  await expect(ask()).rejects.toMatchObject({ code: "conflict" });
  const customer = await buildPerson(ctx, auth, "customer");
  await expect(ask(customer)).rejects.toMatchObject({ code: "conflict" });
});
