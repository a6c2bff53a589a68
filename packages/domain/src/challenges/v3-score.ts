import type { V3ScoreState } from "@sightline/contract/v3-score";
import { workerV3Score } from "@sightline/db/schema/worker-v3-score";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";

const WEEK_MS = 7 * 86_400_000;
/** After a measurement that failed. */
const AGAIN_MS = 3_600_000;

/** What a worker may know of their own score, and whether it should be measured now: weekly, on consent. */
export async function v3Score(
  ctx: Pick<DomainContext, "db" | "clock" | "v3Measure">,
  workerId: number,
): Promise<V3ScoreState> {
  const [row] = await ctx.db.select().from(workerV3Score).where(eq(workerV3Score.workerId, workerId));
  const offered = ctx.v3Measure !== null;
  const consented = row?.consentedAt != null;
  const nowMs = ctx.clock.nowMs();
  const old = nowMs - (row?.measuredAt?.getTime() ?? 0) >= WEEK_MS;
  const rested = nowMs - (row?.lastAttemptAt?.getTime() ?? 0) >= AGAIN_MS;
  return {
    offered,
    consented,
    score: row?.score ?? null,
    measuredAtMs: row?.measuredAt?.getTime() ?? null,
    lastFailure: row?.lastFailure ?? null,
    due: offered && consented && old && rested,
  };
}
