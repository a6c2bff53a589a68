import type { DomainContext } from "../context";

/** Tells the limits how a submission ended. A database that is away counts for no ban (protocol.md, rule 20). */
export function countSubmission(
  { limits }: Pick<DomainContext, "limits">,
  accountId: number,
  outcome: { ok: true } | { ok: false; code: "ERROR_ZERO_BALANCE" | "ERROR_NO_SLOT_AVAILABLE" },
): void {
  if (outcome.ok) limits.countAcceptedTask(accountId);
  else if (outcome.code === "ERROR_ZERO_BALANCE") limits.count("zero_balance_refusals", accountId);
}
