import type { LimitName } from "@sightline/contract/limits";
import type { DomainContext } from "../context";

/**
 * Why there was no slot: the account's maximum rate is below the current one (`rate`); it has too many tasks that no
 * worker holds yet (`queue`); all threads of its package are taken (`package`); the server itself has no room, or its
 * database is away (`busy`), which counts for no ban. A verb that answers ERROR_NO_SLOT_AVAILABLE names its cause
 * beside the code, and nothing else is needed for 1001 and 1003.
 */
export type NoSlotCause = "rate" | "queue" | "package" | "busy";

type SubmissionOutcome =
  | { ok: true }
  | { ok: false; code: "ERROR_ZERO_BALANCE"; ofKey?: true }
  | { ok: false; code: "ERROR_CAPTCHAIMAGE_BLOCKED" | "TOO_MANY_BAD_IMAGES" }
  | { ok: false; code: "ERROR_NO_SLOT_AVAILABLE"; cause: NoSlotCause };

const LIMIT_OF_CAUSE = {
  rate: "low_rate_refusals",
  queue: "queue_refusals",
  package: "queue_refusals",
  busy: null,
} as const satisfies Record<NoSlotCause, LimitName | null>;

/** Tells the limits how a submission ended (protocol.md, rules 7 and 20). */
export function countSubmission(
  { limits }: Pick<DomainContext, "limits">,
  accountId: number,
  outcome: SubmissionOutcome,
): void {
  const limit = outcome.ok ? null : limitOf(outcome);
  if (outcome.ok) limits.countAcceptedTask(accountId);
  else if (limit !== null) limits.count(limit, accountId);
}

function limitOf(refusal: SubmissionOutcome & { ok: false }): LimitName | null {
  if (refusal.code === "ERROR_NO_SLOT_AVAILABLE") return LIMIT_OF_CAUSE[refusal.cause];
  // One key's budget is no reason to refuse the account's other keys.
  return refusal.code === "ERROR_ZERO_BALANCE" && !refusal.ofKey ? "zero_balance_refusals" : null;
}
