import type { Standing } from "@sightline/contract/standing";
import { taskKindSchema } from "@sightline/contract/task-kinds";
import type pg from "pg";
import type { DomainContext } from "../context";
import type { DecidedCase, DecisionEffect } from "../moderation/decided-case";
import { openCase } from "../moderation/open-case";
import { Refusal } from "../refusal";
import { liftKindSuspension } from "../workers/suspend-kind";
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

/** An appeal that is accepted lifts the suspension, of the account or of a worker from one kind. Other processes hear of it within a second. */
export async function decideAppeal(
  ctx: DomainContext,
  client: pg.PoolClient,
  { subject, accountId, verdict, note, moderatorId }: DecidedCase,
): Promise<DecisionEffect> {
  const kind = /^worker:\d+\/(\w+)$/.exec(subject)?.[1];
  const reason = note ?? "The appeal was accepted.";
  if (accountId === null || verdict !== "accept") return { refundedMicros: 0, takenBackMicros: 0 };
  if (kind !== undefined) {
    const lifted = { workerId: accountId, kind: taskKindSchema.parse(kind), reason, liftedBy: moderatorId };
    await liftKindSuspension(ctx, client, lifted);
  } else
    await liftSuspension(ctx, client, {
      accountId,
      reason,
      liftedBy: moderatorId,
    });
  return { refundedMicros: 0, takenBackMicros: 0 };
}
