import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { CALLBACK_STATES } from "./callback-states";

/**
 * Makes a call again, whether it was delivered or given up: due at once, with all its attempts before it. One that is
 * due anyway only comes sooner; one whose task has not ended has nothing to say yet.
 */
export async function resendCallback(
  ctx: Pick<DomainContext, "pool" | "clock" | "courier">,
  { accountId, taskId }: { accountId: number; taskId: number },
): Promise<void> {
  const { rows } = await ctx.pool.query<{ state: number }>({
    name: "resend_callback",
    text: `
      update callback set state = case state when ${CALLBACK_STATES.waiting} then state else ${CALLBACK_STATES.due} end,
        next_attempt_at = case state when ${CALLBACK_STATES.waiting} then null else $3::timestamptz end,
        attempts = case state when ${CALLBACK_STATES.due} then attempts else 0 end
      where task_id = $1::bigint and account_id = $2::int
      returning state`,
    values: [taskId, accountId, new Date(ctx.clock.nowMs())],
  });
  const [row] = rows;
  if (!row) throw new Refusal("not_found", "There is no such callback.");
  if (row.state === CALLBACK_STATES.waiting) {
    throw new Refusal("conflict", "The task has not ended yet; the call is made when it does.");
  }
  ctx.courier.wake();
}
