import { ERROR_CODES, type ErrorCode } from "@sightline/contract/error-codes";
import { refuse, type WireRefusal } from "../wire/wire-refusal";

/**
 * What in.php and res.php say, before it becomes bytes. A `plain` request carries no `OK|` in text mode. `json` is
 * the value of `request` with json=1 where that is not the text; `extra` are further keys of that object.
 */
export type Answer =
  | {
      ok: true;
      request: string;
      plain: boolean;
      json?: unknown;
      extra?: Readonly<Record<string, string>>;
      /** The request is a document of its own, whatever the wished format. */
      xml?: true;
    }
  | WireRefusal;

export function done(request: string): Answer {
  return { ok: true, request, plain: false };
}

export function plain(request: string): Answer {
  return { ok: true, request, plain: true };
}

/** `errorText` says more than the code's own words: which parameter, which action, which reason. */
export function refused(code: ErrorCode, errorText?: string): Answer {
  return refuse(code, errorText);
}

/**
 * The exact text of an answer: no line break at its end, `status` a number, `request` always a string (points alone
 * are an array). Clients compare `CAPCHA_NOT_READY` whole, and one of them takes any extra key for an error, so it
 * carries no error_text.
 */
export function encodeAnswer(answer: Answer, json: boolean): string {
  if (answer.ok) {
    if (json && !answer.xml) return encodeSuccess(answer);
    return answer.plain ? answer.request : `OK|${answer.request}`;
  }
  if (!json) return answer.code;
  if (answer.errorText === undefined) return ERROR_JSON[answer.code];
  return errorJson(answer.code, answer.errorText);
}

function encodeSuccess({ request, json, extra }: Extract<Answer, { ok: true }>): string {
  if (extra === undefined) return `{"status":1,"request":${JSON.stringify(json ?? request)}}`;
  return JSON.stringify({ status: 1, request: json ?? request, ...extra });
}

const ERROR_JSON = Object.fromEntries(
  Object.entries(ERROR_CODES).map(([code, { text }]) => [code, errorJson(code, text)]),
) as Record<ErrorCode, string>;

function errorJson(code: string, text: string): string {
  if (code === "CAPCHA_NOT_READY") return `{"status":0,"request":"CAPCHA_NOT_READY"}`;
  return JSON.stringify({ status: 0, request: code, error_text: text });
}
