import { V3_SCORE_ACTION, type V3ScoreState, v3VerdictSchema } from "@sightline/contract/v3-score";
import { workerV3Score } from "@sightline/db/schema/worker-v3-score";
import { and, eq, isNotNull } from "drizzle-orm";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { v3Score } from "./v3-score";

/**
 * Takes the token that the measuring frame has given and asks the vendor what it is worth. A token of another action
 * or one that the vendor does not know changes nothing but the named failure.
 */
export async function measureV3Score(
  ctx: Pick<DomainContext, "db" | "clock" | "v3Measure" | "outbound">,
  { workerId, token }: { workerId: number; token: string },
): Promise<V3ScoreState> {
  const { v3Measure } = ctx;
  const before = await v3Score(ctx, workerId);
  if (v3Measure === null) throw new Refusal("not_found", "This server measures no scores.");
  if (!before.consented) throw new Refusal("conflict", "A score is measured only with your consent.");
  if (!before.due) return before;
  const verdict = await askVendor(ctx, v3Measure, token);
  const now = new Date(ctx.clock.nowMs());
  await ctx.db
    .update(workerV3Score)
    .set(
      "failure" in verdict
        ? { lastAttemptAt: now, lastFailure: verdict.failure }
        : { lastAttemptAt: now, lastFailure: null, measuredAt: now, score: verdict.score },
    )
    // Consent may have been taken back meanwhile.
    .where(and(eq(workerV3Score.workerId, workerId), isNotNull(workerV3Score.consentedAt)));
  return v3Score(ctx, workerId);
}

async function askVendor(
  { outbound }: Pick<DomainContext, "outbound">,
  { secret, verifyUrl }: NonNullable<DomainContext["v3Measure"]>,
  token: string,
): Promise<{ score: number } | { failure: string }> {
  const reply = await outbound.request({
    method: "POST",
    url: verifyUrl,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ secret, response: token }).toString(),
  });
  if (!reply.ok) return { failure: reply.failure };
  const verdict = v3VerdictSchema.safeParse(parse(reply.body));
  if (!verdict.success) return { failure: "unreadable_verdict" };
  const { success, score, action } = verdict.data;
  if (!success) return { failure: verdict.data["error-codes"]?.join(", ") || "refused" };
  if (action !== V3_SCORE_ACTION || score === undefined) return { failure: "another_action" };
  return { score };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}
