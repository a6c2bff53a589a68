import type { ErrorCode } from "@sightline/contract/error-codes";
import { LIMITS, type Limit, type LimitName } from "@sightline/contract/limits";
import type { DomainContext } from "@sightline/domain/context";
import { addressSubject } from "@sightline/domain/limits/address-subject";
import type { Answer } from "./answer";
import type { ClassicCall } from "./classic-call";

const LIMIT_OF_CODE = new Map<ErrorCode, LimitName>(
  (Object.entries(LIMITS) as [LimitName, Limit][]).flatMap(([name, { code }]) =>
    code === null ? [] : [[code, name]],
  ),
);

/**
 * What a client can steer by before a limit strikes, when to come again after it did, and what it should know beside
 * its answer: names and values in turn.
 * A look into this process's counts, no more.
 */
export function limitHeaders(
  { limits, clock }: Pick<DomainContext, "limits" | "clock">,
  { counted, address, notice }: Pick<ClassicCall, "counted" | "address" | "notice">,
  answer: Answer,
): string[] {
  const struck = answer.ok ? undefined : LIMIT_OF_CODE.get(answer.code);
  if (struck !== undefined) {
    const subject = LIMITS[struck].per === "address" ? addressSubject(address) : counted?.subject;
    const nowMs = clock.nowMs();
    const endsAtMs = subject === undefined ? 0 : limits.bans.endsAtMs(struck, subject, nowMs);
    return endsAtMs === 0 ? [] : ["Retry-After", String(Math.ceil((endsAtMs - nowMs) / 1_000))];
  }
  if (counted === undefined) return [];
  const { limit, subject, max = LIMITS[limit].max } = counted;
  return [
    "RateLimit-Limit",
    String(max),
    "RateLimit-Remaining",
    String(limits.remaining(limit, subject, max)),
    "RateLimit-Reset",
    RESET_SECONDS[limit],
    ...(notice === undefined ? [] : ["Sightline-Notice", notice]),
  ];
}

/** Windows slide: after this long without a request the count is at zero. */
const RESET_SECONDS = Object.fromEntries(
  Object.entries(LIMITS).map(([name, { windowMs }]) => [name, String(windowMs / 1_000)]),
) as Record<LimitName, string>;
