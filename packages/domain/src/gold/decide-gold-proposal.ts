import type pg from "pg";
import type { DomainContext } from "../context";
import type { DecidedCase, DecisionEffect } from "../moderation/decided-case";
import { GOLD_STATES } from "./hand-out-statement";

/** A proposal that is accepted is in use from now on; one that is refused is never proposed again. */
export async function decideGoldProposal(
  ctx: DomainContext,
  client: pg.PoolClient,
  { subject, verdict }: DecidedCase,
): Promise<DecisionEffect> {
  const state = verdict === "accept" ? GOLD_STATES.in_use : GOLD_STATES.retired;
  await client.query({
    name: "decide_gold_proposal",
    text: `update gold_task set state = $2 where id = $1 and state = ${GOLD_STATES.proposed}`,
    values: [Number(subject.split(":")[1]), state],
  });
  ctx.hints.changed("gold");
  return { refundedMicros: 0, takenBackMicros: 0 };
}
