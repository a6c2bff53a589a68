import { CLAIM_MS, UNDO_MS } from "@sightline/contract/moderation";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import type { Moderator } from "./claim-case";

/** Takes the moderator's own verdict back while it has not been carried out; they hold the case again. */
export async function undoVerdict(
  ctx: Pick<DomainContext, "pool" | "clock">,
  moderator: Moderator,
  caseId: number,
): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ given_at: Date }>({
      name: "lock_verdict_to_undo",
      text: `select v.given_at from moderation_case c join moderation_verdict v on v.case_id = c.id and v.moderator_id = $2
             where c.id = $1 and c.state <> 2 and c.claimed_by is null and v.given_at > $3 for update of c`,
      values: [caseId, moderator.accountId, new Date(nowMs - UNDO_MS)],
    });
    const given = rows[0];
    if (given === undefined)
      throw new Refusal("conflict", "It is too late to take this verdict back: it has been carried out.");
    await client.query({
      name: "undo_case",
      text: `update moderation_case set state = 0, effect_at = null, claimed_by = $2, claimed_until = $3,
               escalated_at = case when escalated_at >= $4 then null else escalated_at end
             where id = $1`,
      values: [caseId, moderator.accountId, new Date(nowMs + CLAIM_MS), given.given_at],
    });
    await client.query({
      name: "undo_verdict",
      text: `update moderation_verdict set verdict = null, takes_pay_back = false, reason_code = null, note = null, given_at = null
             where case_id = $1 and moderator_id = $2`,
      values: [caseId, moderator.accountId],
    });
  });
}
