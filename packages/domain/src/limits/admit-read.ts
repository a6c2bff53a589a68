import type { ApiKeyHolder } from "../api-keys/api-key-cache";
import type { DomainContext } from "../context";

/** Whether an account may read results, its balance or send a report now, and counts that it did; null when it may. */
export function admitRead(
  { limits }: Pick<DomainContext, "limits">,
  { accountId, limitOverrides }: ApiKeyHolder,
): "ERROR: 1005" | null {
  const max = limits.maxResultReads(accountId, limitOverrides.result_reads);
  return limits.hit("result_reads", accountId, max).allowed ? null : "ERROR: 1005";
}
