import type { Invoice } from "@sightline/contract/invoices";
import type { DomainContext } from "../context";
import { paymentSettings } from "../payments/payment-settings";
import { Refusal } from "../refusal";
import { invoiceLines } from "./invoice-lines";
import { monthBefore, monthOf } from "./invoice-month";

/**
 * A customer's invoice of a month. While it is not written, which it is a day after the month, what there is so far,
 * without a number.
 */
export async function readInvoice(
  ctx: Pick<DomainContext, "pool" | "db" | "clock">,
  { accountId, month }: { accountId: number; month: string },
): Promise<Invoice> {
  const { rows } = await ctx.pool.query<Invoice>({
    name: "read_invoice",
    text: `select month, number, lines, total_micros as "totalMicros", issuer, billed_to as "billedTo", email,
             (extract(epoch from issued_at) * 1000)::bigint as "issuedAtMs"
           from invoice where account_id = $1 and month = $2`,
    values: [accountId, month],
  });
  return rows[0] ?? draft(ctx, { accountId, month });
}

async function draft(
  ctx: Pick<DomainContext, "pool" | "db" | "clock">,
  { accountId, month }: { accountId: number; month: string },
): Promise<Invoice> {
  const running = monthOf(ctx.clock.nowMs());
  const lines = (await invoiceLines(ctx.pool, [accountId], month)).get(accountId) ?? [];
  const isWaiting = month === monthBefore(running) && lines.length > 0;
  if (month !== running && !isWaiting) throw new Refusal("not_found", "There is no invoice of this month.");
  const { rows } = await ctx.pool.query<{ email: string | null; billedTo: string | null }>({
    name: "invoice_addressee",
    text: `select u.email, p.billed_to as "billedTo" from account a left join auth_user u on u.account_id = a.id
             left join billing_profile p on p.account_id = a.id where a.id = $1`,
    values: [accountId],
  });
  const { issuer } = await paymentSettings(ctx);
  return {
    month,
    number: null,
    lines,
    totalMicros: lines.reduce((sum, { micros }) => sum + micros, 0),
    issuer,
    billedTo: rows[0]?.billedTo ?? "",
    email: rows[0]?.email ?? "",
    issuedAtMs: null,
  };
}
