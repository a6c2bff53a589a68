import type { Role } from "@sightline/contract/roles";
import type { StaffAccountsPage } from "@sightline/contract/staff";
import type { DomainContext } from "../context";
import { ACCOUNT_COLUMNS, type AccountRow, staffAccountRow } from "./account-row";

/**
 * One page of the people's accounts, newest first. `search` is an account number, or a part of an email address or
 * name in any letter case.
 */
export async function listAccounts(
  ctx: Pick<DomainContext, "pool">,
  {
    search,
    role,
    before,
    limit,
  }: { search?: string | undefined; role?: Role | undefined; before?: number | undefined; limit: number },
): Promise<StaffAccountsPage> {
  const { rows } = await ctx.pool.query<AccountRow>({
    ...ACCOUNTS_STATEMENT,
    values: [
      before ?? MAX_INTEGER,
      role ?? null,
      search ? `%${search.replace(/[\\%_]/g, "\\$&")}%` : null,
      accountNumber(search),
      limit + 1,
    ],
  });
  const page = rows.slice(0, limit).map(staffAccountRow);
  return { rows: page, nextBefore: rows.length > limit ? (page.at(-1)?.accountId ?? null) : null };
}

const MAX_INTEGER = 2_147_483_647;

function accountNumber(search: string | undefined): number | null {
  const number = /^\d{1,10}$/.test(search ?? "") ? Number(search) : null;
  return number !== null && number <= MAX_INTEGER ? number : null;
}

/** $1 numbers below this, $2 role or null, $3 pattern or null, $4 account number or null, $5 rows. */
const ACCOUNTS_STATEMENT = {
  name: "list_accounts",
  text: `
select ${ACCOUNT_COLUMNS}
where a.id < $1 and ($2::text is null or a.role = $2)
  and ($3::text is null or u.email ilike $3 or u.name ilike $3 or a.id = $4::int)
order by a.id desc limit $5`,
} as const;
