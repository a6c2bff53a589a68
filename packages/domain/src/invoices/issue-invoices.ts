import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import type { Service } from "../maintenance/service";
import { paymentSettings } from "../payments/payment-settings";
import { invoiceLines } from "./invoice-lines";
import { monthBefore, monthOf, nextMonth } from "./invoice-month";

const ACCOUNTS_MAX = 20;
/** By then whatever was accepted in a month has ended, and its tokens can be reported no more. */
const CLOSED_AFTER_MS = 86_400_000;

/**
 * Writes the invoices of a month that is over, a few customers at a time, each of them once: whoever holds the month's
 * row does it, so that numbers have no gaps. Months that were missed come first. Who used nothing gets none.
 */
export const issueInvoices: Service = {
  name: "issue-invoices",
  everyMs: 600_000,
  runOnce: (ctx) => issueBatch(ctx),
};

async function issueBatch(ctx: DomainContext): Promise<number> {
  const month = await dueMonth(ctx);
  if (month === null) return 0;
  const { issuer } = await paymentSettings(ctx);
  return inTransaction(ctx.pool, async (client) => {
    await client.query("insert into invoice_month (month) values ($1) on conflict do nothing", [month]);
    const { rows: cursors } = await client.query<{ after: number }>(
      `select after_account_id as after from invoice_month where month = $1 and not done for update skip locked`,
      [month],
    );
    if (cursors[0] === undefined) return 0;
    const { rows: accounts } = await client.query<{ id: number; email: string; billedTo: string }>(
      `select a.id, coalesce(u.email, '') as email, coalesce(p.billed_to, '') as "billedTo" from account a
         left join auth_user u on u.account_id = a.id left join billing_profile p on p.account_id = a.id
       where a.role = 'customer' and a.id > $1 order by a.id limit ${ACCOUNTS_MAX}`,
      [cursors[0].after],
    );
    const lines = await invoiceLines(
      client,
      accounts.map(({ id }) => id),
      month,
    );
    const billed = accounts.filter(({ id }) => lines.has(id));
    await client.query(
      `insert into invoice (number, account_id, month, lines, total_micros, issuer, billed_to, email, issued_at)
       select (select coalesce(max(number), 0) from invoice) + i.no, i.account_id, $1, i.lines,
         (select sum((line ->> 'micros')::bigint) from jsonb_array_elements(i.lines) line), $2, i.billed_to, i.email, $3
       from unnest($4::int[], $5::jsonb[], $6::text[], $7::text[]) with ordinality
         as i(account_id, lines, billed_to, email, no)`,
      [
        month,
        issuer,
        new Date(ctx.clock.nowMs()),
        billed.map(({ id }) => id),
        billed.map(({ id }) => JSON.stringify(lines.get(id))),
        billed.map(({ billedTo }) => billedTo),
        billed.map(({ email }) => email),
      ],
    );
    await client.query("update invoice_month set after_account_id = $2, done = $3 where month = $1", [
      month,
      accounts.at(-1)?.id ?? cursors[0].after,
      accounts.length < ACCOUNTS_MAX,
    ]);
    return accounts.length;
  });
}

/** The oldest month that is over and not written; the first one ever is the last that has ended. */
async function dueMonth({ pool, clock }: Pick<DomainContext, "pool" | "clock">): Promise<string | null> {
  const last = monthBefore(monthOf(clock.nowMs() - CLOSED_AFTER_MS));
  const { rows } = await pool.query<{ done: string | null }>(
    "select max(month) as done from invoice_month where done",
  );
  const done = rows[0]?.done ?? null;
  const due = done === null ? last : nextMonth(done);
  return due <= last ? due : null;
}
