import type { ErrorCode } from "@sightline/contract/error-codes";
import { ERROR_CODES } from "@sightline/contract/error-codes";
import { LIMITS, type Limit, type LimitName } from "@sightline/contract/limits";
import type { DomainContext } from "@sightline/domain/context";
import { addressSubject } from "@sightline/domain/limits/address-subject";

/**
 * A ban in words: its rule's name, which the JSON API's one error for all of them does not tell, what happened, and
 * the seconds that are left. Null for a code that no limit has.
 */
export function describeBan(
  ctx: Pick<DomainContext, "limits" | "clock">,
  code: ErrorCode,
  { accountId, address }: { accountId: number | null; address: string },
): string | null {
  const nowMs = ctx.clock.nowMs();
  for (const [name, limit] of Object.entries(LIMITS) as [LimitName, Limit][]) {
    const subject = limit.per === "account" ? accountId : addressSubject(address);
    if (limit.code !== code || subject === null) continue;
    const leftMs = ctx.limits.bans.endsAtMs(name, subject, nowMs) - nowMs;
    const left = leftMs > 0 ? ` ${Math.ceil(leftMs / 1_000)} s are left.` : "";
    return `${code}. ${ERROR_CODES[code].text}${left}`;
  }
  return null;
}
