import { randomUUID } from "node:crypto";
import { firstIdAt } from "@sightline/db/task-id";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { inTransaction } from "../ledger/in-transaction";
import { buyPackage } from "../packages/buy-package";
import { refundTask } from "../refunds/refund-task";
import { reportAnswer } from "../reports/report-answer";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { EVENTS } from "../tasks/states";
import { buildAccount, buildDomain } from "../testing/builders";
import { acceptItem, settleOne } from "../testing/lane-items";
import { TOKEN_KIND } from "../testing/model-task";
import { planOf } from "../testing/plan-of";
import { LINES_STATEMENT } from "./invoice-lines";
import { monthBefore, monthOf, monthSpan, nextMonth } from "./invoice-month";
import { issueInvoices } from "./issue-invoices";
import { listInvoices } from "./list-invoices";
import { readInvoice } from "./read-invoice";

const DAY_MS = 86_400_000;
const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

/** What two hundred other customers have done since $2, with ids from $1 on. */
const OF_OTHERS = [
  `insert into task (id, account_id, kind, state, price_micros, share_micros, accepted_at, finished_at, worker_id, answer)
   select $1::bigint + g, 900000 + g % 200, 1, 4, 200, 120, $2, $2, 5, 'x' from generate_series(1, 20000) g`,
  `insert into transfer (cause_id, line, code, debit_id, credit_id, micros)
   select $1::bigint + g, 4, 7, 1 + length($2::text) * 0, 900000 + g % 200, 5 from generate_series(1, 20000) g`,
  `insert into package_purchase (id, account_id, client_id, name, threads, span, price_micros, state, renew, bought_at,
     starts_at, ends_at)
   select $1::bigint + g, 900000 + g % 200, g, 'Micro', 5, 'day', 2, 2, false, $2, $2, $2 from generate_series(1, 20000) g`,
  `insert into refund (task_id, account_id, micros, taken_back_micros, reason_code, refunded_at)
   select $1::bigint + g, 900000 + g % 200, 5, 0, 'other', $2 from generate_series(1, 20000) g`,
];

async function answered(accountId: number, priceMicros: number, kindNumber = 1): Promise<number> {
  const worker = await buildAccount(ctx, { role: "worker" });
  const item = { ...acceptItem(ctx, { accountId, priceMicros, shareMicros: 1 }), kindNumber };
  expect(await ctx.lanes.accept.push(item)).toMatch(/^(accepted|in_package)$/);
  const now = new Date(ctx.clock.nowMs());
  await ctx.hotPool.query({
    ...CLAIM_STATEMENT,
    values: [[item.id], [worker], [EVENTS.assign.number], now],
  });
  expect(await settleOne(ctx, "answer_finally", { id: item.id, worker, leaseNo: 1 })).not.toBeNull();
  return item.id;
}
const issueAll = async () => {
  while ((await issueInvoices.runOnce(ctx)) > 0);
};
/** As if all that is there had happened this many months ago: invoices look at the clock alone. */
function inMonths(count: number): void {
  for (let i = 0; i < count; i++) {
    const { toMs } = monthSpan(monthOf(clock.nowMs()));
    clock.advance(toMs - clock.nowMs());
  }
  clock.advance(DAY_MS);
}

test("months follow each other over the end of a year", () => {
  expect([nextMonth("2026-12"), monthBefore("2027-01"), monthOf(Date.UTC(2026, 0, 31))]).toEqual([
    "2027-01",
    "2026-12",
    "2026-01",
  ]);
  expect(monthSpan("2028-02").toMs - monthSpan("2028-02").fromMs).toBe(29 * DAY_MS);
});

test("a month's lines are read by the customers' indexes, among everybody else's", async () => {
  const month = monthOf(clock.nowMs());
  const { fromMs, toMs } = monthSpan(month);
  const accountId = await buildAccount(ctx);
  const at = new Date(clock.nowMs());
  for (const insert of OF_OTHERS) await database.pool.query(insert, [firstIdAt(clock.nowMs() - 60_000), at]);
  await database.pool.query("analyze task; analyze transfer; analyze package_purchase; analyze refund");
  const span = [firstIdAt(fromMs), firstIdAt(toMs), new Date(fromMs), new Date(toMs)];
  const read = await planOf(ctx.pool, LINES_STATEMENT, [[accountId], ...span]);
  expect(read.rowsWithoutIndex).toBe(0);
  expect(read.indexes).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^package_purchase_(account|client)_idx$/),
      "refund_account_idx",
      "task_account_id_id_idx",
      "transfer_credit_id_cause_id_idx",
    ]),
  );
});

test("a month is shown as it runs, and written once it is over, numbered without gaps", async () => {
  const [first, idle, second] = [
    await buildAccount(ctx, { amountMicros: 50_000_000 }),
    await buildAccount(ctx, { amountMicros: 1 }),
    await buildAccount(ctx, { amountMicros: 1_000 }),
  ];
  await answered(first, 200);
  await answered(first, 300);
  const token = await answered(first, 500, TOKEN_KIND);
  const wrong = await answered(first, 250);
  await reportAnswer(ctx, { accountId: first, taskId: token, verdict: "bad" });
  await inTransaction(ctx.pool, (client) =>
    refundTask(ctx, client, {
      taskId: wrong,
      takesPayBack: false,
      refundedBy: null,
      reasonCode: "wrong_characters",
      note: null,
    }),
  );
  const order = { name: "Micro", span: "day", priceMicros: 2_000_000, renew: false } as const;
  await buyPackage(ctx, { ...order, accountId: first, clientId: randomUUID() });
  await answered(first, 0);
  await answered(second, 10);
  const month = monthOf(clock.nowMs());
  const lines = [
    { sort: "in_package", name: "image", count: 1, leastMicros: 0, mostMicros: 0, micros: 0 },
    {
      sort: "package",
      name: "Micro day",
      count: 1,
      leastMicros: 2_000_000,
      mostMicros: 2_000_000,
      micros: 2_000_000,
    },
    { sort: "refund", name: "", count: 1, leastMicros: 250, mostMicros: 250, micros: -250 },
    { sort: "tasks", name: "image", count: 3, leastMicros: 200, mostMicros: 300, micros: 750 },
    { sort: "tasks", name: "recaptcha_v2", count: 1, leastMicros: 500, mostMicros: 500, micros: 500 },
    { sort: "token_refund", name: "", count: 1, leastMicros: 500, mostMicros: 500, micros: -500 },
  ];
  expect(await readInvoice(ctx, { accountId: first, month })).toMatchObject({ number: null, lines });
  await issueAll();
  expect(await listInvoices(ctx, first)).toEqual([{ month, number: null, totalMicros: null }]);

  inMonths(1);
  await Promise.all([issueAll(), issueAll()]);
  await issueAll();
  const written = await readInvoice(ctx, { accountId: first, month });
  expect(written).toMatchObject({ number: 1, lines, totalMicros: 2_000_500 });
  expect(await readInvoice(ctx, { accountId: second, month })).toMatchObject({ number: 2, totalMicros: 10 });
  await expect(readInvoice(ctx, { accountId: idle, month })).rejects.toThrow("no invoice");
  expect(await listInvoices(ctx, first)).toEqual([
    { month: monthOf(clock.nowMs()), number: null, totalMicros: null },
    { month, number: 1, totalMicros: 2_000_500 },
  ]);
  const { rows } = await ctx.pool.query("select count(*)::int as count from invoice");
  expect(rows).toEqual([{ count: 2 }]);
});

test("months that were missed are written in their order, and nobody reads what is far away", async () => {
  const accountId = await buildAccount(ctx);
  inMonths(2);
  await issueAll();
  const { rows } = await ctx.pool.query<{ month: string; done: boolean }>(
    "select month, done from invoice_month order by month",
  );
  expect(rows.at(-1)).toEqual({ month: monthBefore(monthOf(clock.nowMs())), done: true });
  expect(rows.every(({ done }) => done)).toBe(true);
  for (const month of ["2026-01", nextMonth(monthOf(clock.nowMs()))])
    await expect(readInvoice(ctx, { accountId, month })).rejects.toThrow("no invoice");
});
