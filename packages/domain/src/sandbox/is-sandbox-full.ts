import type { DomainContext } from "../context";

/** Of one customer; they solve them alone, and all of them stand in the one queue. */
const SANDBOX_TASKS_MAX = 100;

export const SANDBOX_FULL = {
  ok: false,
  code: "ERROR_NO_SLOT_AVAILABLE",
  cause: "busy",
  errorText: `Your sandbox holds ${SANDBOX_TASKS_MAX} tasks. Answer some on your own screen, or wait until they end.`,
} as const;

/** Whether a customer has as many tasks in their sandbox as it may hold. By open_task_account_idx. */
export async function isSandboxFull(
  ctx: Pick<DomainContext, "hotPool">,
  accountId: number,
): Promise<boolean> {
  const { rows } = await ctx.hotPool.query<{ count: number }>({
    name: "sandbox_count",
    text: `
      select count(*)::int as count from (
        select from open_task where account_id = $1::int and only_for = $1::int limit ${SANDBOX_TASKS_MAX}
      ) t`,
    values: [accountId],
  });
  return (rows[0]?.count ?? 0) >= SANDBOX_TASKS_MAX;
}
