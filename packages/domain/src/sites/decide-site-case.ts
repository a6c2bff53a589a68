import { REASON_CODES } from "@sightline/contract/moderation";
import { openDatabase } from "@sightline/db/database";
import type pg from "pg";
import type { DomainContext } from "../context";
import type { DecidedCase, DecisionEffect } from "../moderation/decided-case";
import { settleSite } from "./settle-site";

/** A site's case that is accepted approves the site; one that is refused stops it, with the words that its owner reads. */
export async function decideSiteCase(
  ctx: DomainContext,
  client: pg.PoolClient,
  { subject, verdict, reasonCode, note, moderatorId }: DecidedCase,
): Promise<DecisionEffect> {
  const reason = [REASON_CODES[reasonCode], note].filter(Boolean).join(" ");
  const afterCommit = await settleSite(ctx, openDatabase(client), {
    siteId: Number(subject.split(":")[1]),
    decidedBy: moderatorId,
    refusedReason: verdict === "accept" ? null : reason,
  });
  return { refundedMicros: 0, takenBackMicros: 0, afterCommit };
}
