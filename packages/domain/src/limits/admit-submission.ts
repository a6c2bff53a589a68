import type { LimitName } from "@sightline/contract/limits";
import type { ApiKeyHolder } from "../api-keys/api-key-cache";
import type { DomainContext } from "../context";

export type SubmissionRefusal = "ERROR_ACCOUNT_SUSPENDED" | "ERROR: 1002" | "MAX_USER_TURN";

/** The bans that block submissions, beside the one of `submissions` itself, in the order in which they are told. */
const BLOCKING_BANS = [{ name: "zero_balance_refusals", code: "ERROR: 1002" }] as const satisfies {
  name: LimitName;
  code: SubmissionRefusal;
}[];

/**
 * Whether an account may submit a task now, and counts that it tried; null when it may. Its accepted and refused
 * outcomes are told to `ctx.limits` by whoever makes the task.
 */
export function admitSubmission(
  { limits }: Pick<DomainContext, "limits">,
  { accountId, suspended, limitOverrides }: ApiKeyHolder,
): SubmissionRefusal | null {
  if (suspended) return "ERROR_ACCOUNT_SUSPENDED";
  for (const { name, code } of BLOCKING_BANS) {
    if (limits.refusal(name, accountId, limitOverrides[name]) !== null) return code;
  }
  return limits.hit("submissions", accountId, limitOverrides.submissions).allowed ? null : "MAX_USER_TURN";
}
