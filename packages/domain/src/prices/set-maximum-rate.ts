import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";

/** Sets the most that a customer wants to pay for a task of a kind; null accepts any rate. Holds at once, here and elsewhere. */
export async function setMaximumRate(
  ctx: Pick<DomainContext, "pool" | "terms" | "hints">,
  { accountId, kind, maximumMicros }: { accountId: number; kind: TaskKind; maximumMicros: number | null },
): Promise<void> {
  const { number } = TASK_KINDS[kind];
  if (maximumMicros === null) {
    await ctx.pool.query("delete from maximum_rate where account_id = $1 and kind = $2", [accountId, number]);
  } else {
    await ctx.pool.query(
      `insert into maximum_rate (account_id, kind, rate_micros) values ($1, $2, $3)
       on conflict (account_id, kind) do update set rate_micros = excluded.rate_micros`,
      [accountId, number, maximumMicros],
    );
  }
  ctx.terms.forget(accountId);
  ctx.hints.changed(`terms:${accountId}`);
}
