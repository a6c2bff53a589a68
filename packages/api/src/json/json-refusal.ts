import { ERROR_CODES, type ErrorCode } from "@sightline/contract/error-codes";
import { JSON_API_ONLY_ERRORS, jsonApiErrorOf } from "../wire/error-table";

type JsonOnlyCode = keyof typeof JSON_API_ONLY_ERRORS;

/** Every error has all three: clients call methods on the texts, and take a number that is none for an outage. */
export interface JsonErrorAnswer {
  errorId: number;
  errorCode: string;
  errorDescription: string;
}

/**
 * The JSON API's no to a request. Thrown by whatever reads the request or meets the reason, answered in one place:
 * a task is read through so many steps that handing each no upwards would hide what they do.
 */
export class JsonRefusal extends Error {
  override readonly name = "JsonRefusal";

  /** `description` says more than the code's own words: which property, which rule, how long. */
  constructor(
    readonly code: ErrorCode | JsonOnlyCode,
    description: string = describe(code),
  ) {
    super(description);
  }

  toAnswer(): JsonErrorAnswer {
    const { errorId, errorCode } = isJsonOnly(this.code)
      ? { errorId: JSON_API_ONLY_ERRORS[this.code].errorId, errorCode: this.code }
      : jsonApiErrorOf(this.code);
    return { errorId, errorCode, errorDescription: this.message };
  }
}

/** Where the classic protocol's words name a parameter that has another name here. */
const OWN_DESCRIPTIONS: Partial<Record<ErrorCode, string>> = {
  ERROR_PAGEURL:
    "websiteURL is missing or is not an absolute http or https address. Send the page's full address.",
  ERROR_WRONG_GOOGLEKEY: "websiteKey is missing. Send the site key of the page's widget.",
  ERROR_GOOGLEKEY: "websiteKey is empty or malformed. Check how your code reads it.",
  ERROR_SITEKEY: "websiteKey is missing, empty or malformed. Check how your code reads it.",
  ERROR_DOMAIN_NOT_ALLOWED:
    "The site of websiteURL is not verified for this account. Verify that you own it, or use a vendor's test key.",
  ERROR_BAD_TOKEN_OR_PAGEURL:
    "This websiteKey does not belong to this websiteURL. Look for a frame with another address on the page.",
  ERROR_PROXY_FORMAT:
    "proxyType must be http, https, socks4 or socks5, proxyAddress a host, and proxyPort a number from 1 to 65535.",
  ERROR_WRONG_ID_FORMAT: "taskId is missing, or is no number.",
};

function describe(code: ErrorCode | JsonOnlyCode): string {
  if (isJsonOnly(code)) return JSON_API_ONLY_ERRORS[code].text;
  return OWN_DESCRIPTIONS[code] ?? ERROR_CODES[code].text;
}

function isJsonOnly(code: ErrorCode | JsonOnlyCode): code is JsonOnlyCode {
  return Object.hasOwn(JSON_API_ONLY_ERRORS, code);
}
