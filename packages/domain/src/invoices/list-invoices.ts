import type { InvoiceRow } from "@sightline/contract/invoices";
import type { DomainContext } from "../context";
import { monthOf } from "./invoice-month";

const INVOICES_MAX = 120;

/** A customer's invoices, the newest first, and before them the month that runs. */
export async function listInvoices(
  { pool, clock }: Pick<DomainContext, "pool" | "clock">,
  accountId: number,
): Promise<InvoiceRow[]> {
  const { rows } = await pool.query<InvoiceRow>({
    name: "list_invoices",
    text: `select month, number, total_micros as "totalMicros" from invoice
           where account_id = $1 order by month desc limit ${INVOICES_MAX}`,
    values: [accountId],
  });
  return [{ month: monthOf(clock.nowMs()), number: null, totalMicros: null }, ...rows];
}
