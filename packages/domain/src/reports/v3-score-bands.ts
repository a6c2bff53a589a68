import type { V3ScoreBand } from "@sightline/contract/reports";
import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { VERDICTS } from "./report-states";

const LOOKED_BACK_MS = 30 * 86_400_000;
const LOOKED_AT_MAX = 50_000;

/**
 * What an account said of reCAPTCHA v3 tokens in the last thirty days, by the score that their workers had: which
 * `min_score` its site really needs. Reports on workers without a measured score are left out.
 */
export async function v3ScoreBands(
  ctx: Pick<DomainContext, "pool" | "clock">,
  accountId: number,
): Promise<V3ScoreBand[]> {
  const { rows } = await ctx.pool.query<V3ScoreBand>({
    name: "v3_score_bands",
    text: `
      select round(worker_score::numeric, 1)::float8 as score,
        count(*) filter (where verdict = ${VERDICTS.good})::int as good,
        count(*) filter (where verdict = ${VERDICTS.bad})::int as bad
      from (
        select kind, verdict, worker_score from report
        where account_id = $1::int and task_id >= $2::bigint order by task_id desc limit ${LOOKED_AT_MAX}
      ) latest
      where kind = ${TASK_KINDS.recaptcha_v3.number} and worker_score is not null
      group by 1 order by 1 desc`,
    values: [accountId, firstIdAt(ctx.clock.nowMs() - LOOKED_BACK_MS)],
  });
  return rows;
}
