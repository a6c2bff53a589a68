import { LIMITS, type Limit, type LimitName } from "@sightline/contract/limits";
import type { StaffAccountDetail } from "@sightline/contract/staff";
import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { ACCOUNT_COLUMNS, type AccountRow, staffAccountRow } from "./account-row";
import { isAccountLimit } from "./set-account-limit";

const DAY_MS = 24 * 3_600_000;

/** One account with its limits and what it has running; tasks are those it sent, or those it solved. */
export async function viewAccount(
  ctx: Pick<DomainContext, "pool" | "clock">,
  accountId: number,
): Promise<StaffAccountDetail> {
  const { rows } = await ctx.pool.query<AccountRow & { open_tasks: number; tasks_24h: number }>({
    ...ACCOUNT_STATEMENT,
    values: [accountId, firstIdAt(ctx.clock.nowMs() - DAY_MS)],
  });
  const row = rows[0];
  if (row === undefined) throw new Refusal("not_found", "There is no such account.");
  return {
    ...staffAccountRow(row),
    limits: accountLimits(row.limit_overrides),
    openTasks: row.open_tasks,
    tasks24h: row.tasks_24h,
  };
}

function accountLimits(overrides: Record<string, number>): StaffAccountDetail["limits"] {
  return (Object.entries(LIMITS) as [LimitName, Limit][])
    .filter(([name]) => isAccountLimit(name))
    .map(([name, limit]) => ({ name, value: overrides[name] ?? limit.max, usual: limit.max }));
}

/** $1 account, $2 first id of the last 24 hours. */
const ACCOUNT_STATEMENT = {
  name: "view_account",
  text: `
select account.*,
  (select count(*)::int from open_task t
   where case when account.role = 'worker' then t.worker_id else t.account_id end = account.id) as open_tasks,
  (select count(*)::int from task t where account.role <> 'worker' and t.account_id = account.id and t.id >= $2)
  + (select count(*)::int from task t where account.role = 'worker' and t.worker_id = account.id and t.id >= $2)
    as tasks_24h
from (select ${ACCOUNT_COLUMNS} where a.id = $1) account`,
} as const;
