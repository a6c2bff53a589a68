import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { listCaughtMail } from "../mail/list-caught-mail";
import { buildAuthentication, buildPerson } from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { giveNotice } from "./give-notice";
import { listNotices } from "./list-notices";
import { markNoticesRead } from "./mark-notices-read";
import { muteNotices } from "./mute-notices";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

const person = () => buildPerson(ctx, buildAuthentication(ctx), "customer");
const about = (accountId: number) =>
  ({ accountId, notice: "callback_host_off", params: { host: "hooks.example.org" } }) as const;

test("a notice stands in the app with its words filled in, and is mailed with the page's address", async () => {
  const { accountId, email } = await person();
  await giveNotice(ctx, about(accountId));
  const { notices, unread } = await listNotices(ctx, accountId);
  expect(unread).toBe(1);
  expect(notices[0]).toMatchObject({
    subject: "Callbacks to hooks.example.org are switched off",
    href: "/app/callbacks",
    read: false,
  });
  const [mail] = await listCaughtMail(ctx);
  expect(mail).toMatchObject({ to: email, subject: "Callbacks to hooks.example.org are switched off" });
  expect(mail?.text).toContain("http://localhost:3000/app/callbacks");
});

test("a muted notice is not mailed and still stands in the app", async () => {
  const { accountId, email } = await person();
  await muteNotices(ctx, { accountId, muted: ["callback_host_off"] });
  await giveNotice(ctx, about(accountId));
  expect((await listNotices(ctx, accountId)).unread).toBe(1);
  expect((await listCaughtMail(ctx)).filter(({ to }) => to === email)).toEqual([]);
});

test("only the account's own notices are listed and marked as read", async () => {
  const [one, other] = [await person(), await person()];
  await giveNotice(ctx, about(one.accountId));
  await giveNotice(ctx, about(other.accountId));
  const newest = (await listNotices(ctx, other.accountId)).notices[0]?.id ?? 0;
  await markNoticesRead(ctx, { accountId: one.accountId, upToId: newest });
  expect((await listNotices(ctx, one.accountId)).unread).toBe(0);
  expect((await listNotices(ctx, other.accountId)).unread).toBe(1);
});
