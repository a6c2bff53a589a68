import type { DepositsPage } from "@sightline/contract/deposits";
import type { DomainContext } from "../context";
import { DEPOSIT_ROWS, depositRow, type StoredDeposit } from "./deposit-row";

/** A customer's deposits over the chain and by hand, newest first. */
export async function listDeposits(
  { pool }: Pick<DomainContext, "pool">,
  { accountId, before, limit }: { accountId: number; before?: number | undefined; limit: number },
): Promise<DepositsPage> {
  const { rows } = await pool.query<StoredDeposit>({
    name: "list_deposits",
    text: `select * from (${DEPOSIT_ROWS}) d
           where account_id = $1::int and ($2::bigint is null or id < $2) order by id desc limit $3`,
    values: [accountId, before ?? null, limit + 1],
  });
  const page = rows.slice(0, limit).map(depositRow);
  return { rows: page, nextBefore: rows.length > limit ? (page.at(-1)?.depositId ?? null) : null };
}
