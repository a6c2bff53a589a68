import type { ErrorCode } from "@sightline/contract/error-codes";

/** A request that cannot be served; `errorText` says more than the code's own words: which parameter, which reason. */
export interface WireRefusal {
  ok: false;
  code: ErrorCode;
  errorText?: string;
}

export function refuse(code: ErrorCode, errorText?: string): WireRefusal {
  return errorText === undefined ? { ok: false, code } : { ok: false, code, errorText };
}
