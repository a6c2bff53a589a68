import { bookDeposit } from "@sightline/domain/ledger/book-deposit";
import { suspendAccount } from "@sightline/domain/standing/suspend-account";
import { buildGold } from "@sightline/domain/testing/build-gold";
import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { buildTask } from "@sightline/domain/testing/builders";
import { beforeAll, expect, test } from "vitest";
import { callProcedure, useTestApp } from "../testing/test-app";

const app = useTestApp();
let admin: Person;

beforeAll(async () => {
  admin = await buildPerson(app.ctx, app.auth, "admin");
});

const status = async (person: Person, path: string): Promise<number> =>
  (await fetch(`${app.origin}${path}`, { headers: { cookie: person.visit.cookie ?? "" } })).status;

const suspend = (person: Person) =>
  suspendAccount(app.ctx, {
    accountId: person.accountId,
    reason: "Away without leave.",
    untilMs: null,
    suspendedBy: admin.accountId,
  });

test("staff who are suspended are shown no picture any more, in a tab that is still open", async () => {
  const moderator = await buildPerson(app.ctx, app.auth, "moderator");
  const picture = `/gold-picture/${await buildGold(app.ctx, admin.accountId)}`;
  expect(await status(moderator, picture)).toBe(200);
  await suspend(moderator);
  expect(await status(moderator, picture)).toBe(404);
});

test("an admin who looks at a customer's pages sees the pictures there, until suspended", async () => {
  const customer = await buildPerson(app.ctx, app.auth, "customer");
  const { accountId } = customer;
  await bookDeposit(app.ctx, { accountId, amountMicros: 1_000, reason: "test", bookedBy: null });
  const picture = `/picture/${await buildTask(app.ctx, accountId)}`;
  const looking = await buildPerson(app.ctx, app.auth, "admin");
  expect(await status(looking, picture)).toBe(404);
  const { error } = await callProcedure(app.origin, "impersonation.start", {
    cookie: looking.visit.cookie,
    input: { accountId, reason: "They asked for help." },
  });
  expect(error).toBeUndefined();
  expect(await status(looking, picture)).toBe(200);
  await suspend(looking);
  expect(await status(looking, picture)).toBe(404);
  await suspend(customer);
  expect(await status(customer, picture), "one's own stays readable").toBe(200);
});
