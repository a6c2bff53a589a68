import type { ChallengeParams } from "@sightline/contract/task-params";
import type { DomainContext } from "../context";
import { rememberBadTarget } from "./remember-bad-target";

/** The widget refused the key of this task on its page: the customer is spared the next ones for ten minutes. */
export async function rememberRefusedPair(
  ctx: Pick<DomainContext, "pool" | "clock">,
  taskId: number,
): Promise<void> {
  const { rows } = await ctx.pool.query<{ account_id: number; challenge: ChallengeParams | null }>({
    name: "refused_pair",
    text: `select t.account_id, i.hints -> 'challenge' as challenge
           from task t join task_input i on i.task_id = t.id where t.id = $1`,
    values: [taskId],
  });
  const [row] = rows;
  if (!row?.challenge) return;
  const { siteKey, pageUrl } = row.challenge;
  await rememberBadTarget(ctx, row.account_id, { what: "pair", siteKey, pageUrl });
}
