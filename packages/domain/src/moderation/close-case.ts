import type { CaseKind } from "@sightline/contract/moderation";
import type { Database } from "@sightline/db/database";
import { moderationCase } from "@sightline/db/schema/moderation-case";
import { and, eq, ne } from "drizzle-orm";
import type { DomainContext } from "../context";

/**
 * Ends a case whose question was answered elsewhere, or is no question any more (`withdrawn`), within the transaction
 * of `db`. Call it before what the case is about is locked: carry-out-verdicts.ts locks the case first, too.
 */
export async function closeCase(
  ctx: Pick<DomainContext, "clock">,
  db: Pick<Database, "update">,
  { kind, subject, verdict }: { kind: CaseKind; subject: string; verdict: "accept" | "refuse" | "withdrawn" },
): Promise<void> {
  await db
    .update(moderationCase)
    .set({
      state: 2,
      effectAt: null,
      claimedBy: null,
      claimedUntil: null,
      decidedAt: new Date(ctx.clock.nowMs()),
      verdict,
    })
    .where(
      and(eq(moderationCase.kind, kind), eq(moderationCase.subject, subject), ne(moderationCase.state, 2)),
    );
}
