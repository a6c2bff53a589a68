import type { Standing } from "@sightline/contract/standing";
import type pg from "pg";
import type { DomainContext } from "../context";
import type { DecidedCase, DecisionEffect } from "../moderation/decided-case";
import { openCase } from "../moderation/open-case";
import { Refusal } from "../refusal";
import { liftSuspension } from "./suspend-account";

/** What an account's holder may know of its standing. */
export async function myStanding(
  ctx: Pick<DomainContext, "pool" | "suspensions">,
  accountId: number,
): Promise<Standing> {
  const { rowCount } = await ctx.pool.query({
    name: "open_appeal",
    text: "select from moderation_case where kind = 'appeal' and subject = $1 and state <> 2",
    values: [`account:${accountId}`],
  });
  return { suspension: ctx.suspensions.of(accountId), appealed: (rowCount ?? 0) > 0 };
}

/** Asks a person to look at a suspension again; once until it is decided. */
export async function appeal(
  ctx: DomainContext,
  { accountId, says }: { accountId: number; says: string },
): Promise<void> {
  const suspension = ctx.suspensions.of(accountId);
  if (suspension === null) throw new Refusal("conflict", "This account is not suspended.");
  const about = { says, suspendedFor: suspension.reason };
  const caseId = await openCase(ctx, { kind: "appeal", subject: `account:${accountId}`, accountId, about });
  if (caseId === null) throw new Refusal("conflict", "Your appeal is with our staff already.");
}

/** An appeal that is accepted lifts the suspension. Other processes hear of it within a second. */
export async function decideAppeal(
  ctx: DomainContext,
  client: pg.PoolClient,
  { accountId, verdict, note, moderatorId }: DecidedCase,
): Promise<DecisionEffect> {
  if (accountId !== null && verdict === "accept")
    await liftSuspension(ctx, client, {
      accountId,
      reason: note ?? "The appeal was accepted.",
      liftedBy: moderatorId,
    });
  return { refundedMicros: 0, takenBackMicros: 0 };
}
