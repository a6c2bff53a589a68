import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getBalance } from "../ledger/get-balance";
import { BATCH_MAX } from "../maintenance/service";
import { buildAccount, buildDomain } from "../testing/builders";
import { depositByHand } from "./deposit-by-hand";
import { sweepHandOrders } from "./sweep-hand-orders";

const database = useTestDatabase();
let built: Awaited<ReturnType<typeof buildDomain>>;
beforeAll(async () => {
  built = await buildDomain(database.url);
});
afterAll(() => built.domain.stop());

test("forms of more than a month ago are forgotten a bounded batch at a time, and younger ones still book once", async () => {
  const { ctx, clock } = built;
  const bookedBy = await buildAccount(ctx, { role: "admin" });
  const accountId = await buildAccount(ctx);
  const deposit = {
    accountId,
    amountMicros: 70,
    reason: "bank transfer 8",
    bookedBy,
    clientId: "form-of-now",
  };
  await database.pool.query(
    `insert into hand_order (ordered_by, client_id, account_id, amount_micros, ordered_at)
     select 1, 'old ' || n, 1, 1, $1::timestamptz - interval '31 days' from generate_series(1, ${BATCH_MAX + 5}) n`,
    [new Date(clock.nowMs())],
  );
  await depositByHand(ctx, deposit);
  expect(await sweepHandOrders.runOnce(ctx)).toBe(BATCH_MAX);
  expect(await sweepHandOrders.runOnce(ctx)).toBe(5);
  expect(await sweepHandOrders.runOnce(ctx)).toBe(0);
  await depositByHand(ctx, deposit);
  expect((await getBalance(ctx, accountId)).availableMicros).toBe(70);
});
