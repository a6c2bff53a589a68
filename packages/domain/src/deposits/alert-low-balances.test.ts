import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { bookDeposit } from "../ledger/book-deposit";
import { bookMoves } from "../ledger/book-moves";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { listCaughtMail } from "../mail/list-caught-mail";
import { listNotices } from "../notices/list-notices";
import { buildAuthentication, buildPerson } from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { alertLowBalances } from "./alert-low-balances";
import { setBillingProfile } from "./set-billing-profile";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

test("a balance that falls below is told of once, and again only after it was above", async () => {
  const { accountId, email } = await buildPerson(ctx, buildAuthentication(ctx), "customer");
  const deposit = (amountMicros: number) =>
    bookDeposit(ctx, { accountId, amountMicros, reason: "test", bookedBy: null });
  const spend = (micros: number) =>
    bookMoves(ctx.pool, [
      {
        causeId: ctx.ids.next(),
        posting: "chain_deposit_reversal",
        debitId: accountId,
        creditId: PLATFORM_ACCOUNTS.world,
        micros,
      },
    ]);
  const told = async () => {
    await alertLowBalances.runOnce(ctx);
    await alertLowBalances.runOnce(ctx);
    const mails = (await listCaughtMail(ctx)).filter(({ to }) => to === email);
    return [(await listNotices(ctx, accountId)).notices.length, mails.length];
  };
  await deposit(1_000_000);
  const [notices = 0, mails = 0] = await told();
  await setBillingProfile(ctx, { accountId, billedTo: "", alertBelowMicros: 500_000 });
  expect(await told()).toEqual([notices, mails]);
  await spend(500_001);
  expect(await told()).toEqual([notices + 1, mails + 1]);
  await spend(1);
  expect(await told()).toEqual([notices + 1, mails + 1]);
  await deposit(500_000);
  expect(await told()).toEqual([notices + 1, mails + 1]);
  await spend(900_000);
  expect(await told()).toEqual([notices + 2, mails + 2]);
});
