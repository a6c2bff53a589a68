import type { StaffDepositsPage } from "@sightline/contract/deposits";
import type { DomainContext } from "../context";
import { DEPOSIT_ROWS, depositRow, type StoredDeposit } from "./deposit-row";

/** Everybody's deposits, newest first. */
export async function listStaffDeposits(
  { pool }: Pick<DomainContext, "pool">,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<StaffDepositsPage> {
  const { rows } = await pool.query<StoredDeposit & { email: string | null }>({
    name: "list_staff_deposits",
    text: `select d.*, u.email from (${DEPOSIT_ROWS}) d left join auth_user u on u.account_id = d.account_id
           where $1::bigint is null or d.id < $1 order by d.id desc limit $2`,
    values: [before ?? null, limit + 1],
  });
  const page = rows.slice(0, limit).map((row) => ({
    ...depositRow(row),
    accountId: row.account_id,
    email: row.email ?? "",
    missing: row.missing,
  }));
  return { rows: page, nextBefore: rows.length > limit ? (page.at(-1)?.depositId ?? null) : null };
}
