import { ERROR_CODES, type ErrorCode } from "@sightline/contract/error-codes";
import type { DomainContext } from "@sightline/domain/context";
import { limitHeaders } from "../legacy/limit-headers";
import type { JsonRefusal } from "./json-refusal";
import type { Meter } from "./method-call";

/** The same headers about limits as the classic protocol sends: what is left, and when to come again. */
export function steeringHeaders(
  ctx: Pick<DomainContext, "limits" | "clock">,
  meter: Meter,
  refusal: JsonRefusal | null,
): string[] {
  const code = refusal?.code;
  const isLimit = code !== undefined && Object.hasOwn(ERROR_CODES, code);
  return limitHeaders(
    ctx,
    meter,
    isLimit ? { ok: false, code: code as ErrorCode } : { ok: true, request: "", plain: true },
  );
}
