import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Authentication } from "../auth/authentication";
import { findActor } from "../auth/find-actor";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { listCaughtMail } from "../mail/list-caught-mail";
import { carryOutVerdicts } from "../moderation/carry-out-verdicts";
import { claimNextCase } from "../moderation/claim-case";
import { giveVerdict } from "../moderation/give-verdict";
import { listNotices } from "../notices/list-notices";
import { buildAuthentication, buildPerson } from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { askSupport } from "./ask-support";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let auth: Authentication;
let moveMs: (ms: number) => void;

beforeAll(async () => {
  const built = await buildDomain(database.url);
  ({ domain, ctx } = built);
  moveMs = (ms) => built.clock.advance(ms);
  auth = buildAuthentication(ctx);
});
afterAll(() => domain.stop());

const asked = { email: "Vera@Example.org", message: "How do I pay with tokens?", sender: "198.51.100.7" };

test("a visitor's message is a case for staff and mail to the admins; what they answer goes back by mail", async () => {
  const admin = await buildPerson(ctx, auth, "admin");
  const { caseId } = await askSupport(ctx, { ...asked, actor: null });
  const adminEmail = (await findActor(auth, admin.visit))?.email;
  expect(await listCaughtMail(ctx)).toMatchObject([
    {
      to: adminEmail,
      subject: "Support: a message of vera@example.org",
      text: expect.stringContaining("tokens"),
    },
  ]);
  const moderator = { accountId: admin.accountId, role: "admin" as const };
  expect(await claimNextCase(ctx, moderator, { kind: "support" })).toBe(caseId);
  await giveVerdict(ctx, moderator, {
    caseId,
    verdict: "accept",
    reasonCode: "other",
    takesPayBack: false,
    note: "Under Billing.",
    expected: { refundMicros: 0, takenBackMicros: 0 },
  });
  moveMs(10_000);
  await carryOutVerdicts.runOnce(ctx);
  expect((await listCaughtMail(ctx))[0]).toMatchObject({
    to: "vera@example.org",
    text: expect.stringMatching(/Under Billing\.[\s\S]*How do I pay/),
  });
});

test("who is logged in speaks for their account, and is answered there", async () => {
  const customer = await buildPerson(ctx, auth, "customer");
  const actor = await findActor(auth, customer.visit);
  const { caseId } = await askSupport(ctx, { ...asked, actor });
  const { rows } = await ctx.pool.query("select account_id, about from moderation_case where id = $1", [
    caseId,
  ]);
  expect(rows).toMatchObject([{ account_id: customer.accountId, about: { email: actor?.email } }]);
  expect((await listNotices(ctx, customer.accountId)).notices).toEqual([]);
});

test("one address sends five messages an hour, and a refused one is no case", async () => {
  const sender = "203.0.113.9";
  for (let i = 0; i < 5; i++) await askSupport(ctx, { ...asked, sender, actor: null });
  const cases = () => ctx.pool.query("select from moderation_case").then(({ rowCount }) => rowCount);
  const before = await cases();
  await expect(askSupport(ctx, { ...asked, sender, actor: null })).rejects.toThrow(/Try again in 60 minutes/);
  expect(await cases()).toBe(before);
});
