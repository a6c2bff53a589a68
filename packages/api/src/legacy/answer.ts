import { ERROR_CODES, type ErrorCode } from "@sightline/contract/error-codes";

/** What in.php and res.php say, before it becomes bytes. A `plain` request carries no `OK|` in text mode. */
export type Answer =
  | { ok: true; request: string; plain: boolean }
  | { ok: false; code: ErrorCode; errorText?: string };

export function done(request: string): Answer {
  return { ok: true, request, plain: false };
}

export function plain(request: string): Answer {
  return { ok: true, request, plain: true };
}

/** `errorText` says more than the code's own words: which parameter, which action, which reason. */
export function refused(code: ErrorCode, errorText?: string): Answer {
  return errorText === undefined ? { ok: false, code } : { ok: false, code, errorText };
}

/**
 * The exact text of an answer: no line break at its end, `status` a number, `request` always a string. Clients
 * compare `CAPCHA_NOT_READY` whole, and one of them takes any extra key for an error, so it carries no error_text.
 */
export function encodeAnswer(answer: Answer, json: boolean): string {
  if (answer.ok) {
    if (json) return `{"status":1,"request":${JSON.stringify(answer.request)}}`;
    return answer.plain ? answer.request : `OK|${answer.request}`;
  }
  if (!json) return answer.code;
  if (answer.errorText === undefined) return ERROR_JSON[answer.code];
  return errorJson(answer.code, answer.errorText);
}

const ERROR_JSON = Object.fromEntries(
  Object.entries(ERROR_CODES).map(([code, { text }]) => [code, errorJson(code, text)]),
) as Record<ErrorCode, string>;

function errorJson(code: string, text: string): string {
  if (code === "CAPCHA_NOT_READY") return `{"status":0,"request":"CAPCHA_NOT_READY"}`;
  return JSON.stringify({ status: 0, request: code, error_text: text });
}
