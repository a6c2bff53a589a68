import type { Receipt } from "@sightline/contract/deposits";
import type { DomainContext } from "../context";
import { paymentSettings } from "../payments/payment-settings";
import { Refusal } from "../refusal";
import { DEPOSIT_ROWS, depositRow, type StoredDeposit } from "./deposit-row";

/** The receipt of one of the customer's deposits that is booked. */
export async function readReceipt(
  ctx: Pick<DomainContext, "pool" | "db">,
  { accountId, depositId }: { accountId: number; depositId: number },
): Promise<Receipt> {
  const { rows } = await ctx.pool.query<StoredDeposit & { email: string | null; billed_to: string | null }>({
    name: "read_receipt",
    text: `select d.*, u.email, p.billed_to from (${DEPOSIT_ROWS}) d
             left join auth_user u on u.account_id = d.account_id
             left join billing_profile p on p.account_id = d.account_id
           where d.account_id = $1::int and d.id = $2::bigint and d.state = 'booked'`,
    values: [accountId, depositId],
  });
  const [row] = rows;
  if (row === undefined) throw new Refusal("not_found", "There is no receipt of that number.");
  const { issuer } = await paymentSettings(ctx);
  return {
    deposit: depositRow(row),
    number: `R-${new Date(row.at_ms).getUTCFullYear()}-${row.id}`,
    issuer,
    billedTo: row.billed_to ?? "",
    email: row.email ?? "",
  };
}
