import { workerV3Score } from "@sightline/db/schema/worker-v3-score";
import type { DomainContext } from "../context";

/** A worker allows the measuring of their v3 score, or takes that back: then the score is forgotten too. */
export async function setV3Consent(
  ctx: Pick<DomainContext, "db" | "clock">,
  { workerId, consented }: { workerId: number; consented: boolean },
): Promise<void> {
  const consentedAt = consented ? new Date(ctx.clock.nowMs()) : null;
  await ctx.db
    .insert(workerV3Score)
    .values({ workerId, consentedAt })
    .onConflictDoUpdate({
      target: workerV3Score.workerId,
      set: consented
        ? { consentedAt }
        : { consentedAt, score: null, measuredAt: null, lastAttemptAt: null, lastFailure: null },
    });
}
