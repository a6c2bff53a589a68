import type { LimitName } from "@sightline/contract/limits";
import type { ApiKeyHolder } from "../api-keys/api-key-cache";
import type { DomainContext } from "../context";

export type SubmissionRefusal =
  | "ERROR_ACCOUNT_SUSPENDED"
  | "ERROR: 1001"
  | "ERROR: 1002"
  | "ERROR: 1003"
  | "MAX_USER_TURN";

/** The bans that block submissions, beside the one of `submissions` itself, in the order in which they are told. */
const BLOCKING_BANS = [
  { name: "low_rate_refusals", code: "ERROR: 1001" },
  { name: "zero_balance_refusals", code: "ERROR: 1002" },
  { name: "queue_refusals", code: "ERROR: 1003" },
] as const satisfies { name: LimitName; code: SubmissionRefusal }[];

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
    const base = limitOverrides[name];
    const max = name === "queue_refusals" ? limits.maxQueueRefusals(accountId, base) : base;
    if (limits.refusal(name, accountId, max) !== null) return code;
  }
  return limits.hit("submissions", accountId, limitOverrides.submissions).allowed ? null : "MAX_USER_TURN";
}
