import type { DomainContext } from "../context";

/**
 * Why there was no slot: the account's maximum rate is below the current one, or its queue or package is full. None
 * is said when the server itself has no room or its database is away, which counts for no ban.
 */
export type NoSlotCause = "rate" | "queue";

/** Tells the limits how a submission ended (protocol.md, rules 7 and 20). */
export function countSubmission(
  { limits }: Pick<DomainContext, "limits">,
  accountId: number,
  outcome:
    | { ok: true }
    | { ok: false; code: "ERROR_ZERO_BALANCE" | "ERROR_NO_SLOT_AVAILABLE"; cause?: NoSlotCause },
): void {
  if (outcome.ok) limits.countAcceptedTask(accountId);
  else if (outcome.code === "ERROR_ZERO_BALANCE") limits.count("zero_balance_refusals", accountId);
  else if (outcome.cause === "rate") limits.count("low_rate_refusals", accountId);
  else if (outcome.cause === "queue") limits.count("queue_refusals", accountId);
}
