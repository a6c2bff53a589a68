import type { ErrorCode } from "@sightline/contract/error-codes";

export interface JsonApiError {
  errorId: number;
  errorCode: string;
}

/** What only the JSON API can say, since only it has methods and task objects. */
export const JSON_API_ONLY_ERRORS = {
  ERROR_NO_SUCH_METHOD: { errorId: 14, text: "There is no such method here. Check the address you post to." },
  ERROR_TASK_ABSENT: { errorId: 22, text: "The request has no task object, or its task has no type." },
  ERROR_TASK_NOT_SUPPORTED: { errorId: 23, text: "Tasks of this type are not offered here." },
} as const satisfies Record<string, { errorId: number; text: string }>;

/**
 * How the JSON API says what in.php and res.php say (protocol.md, "v2" and rule 29): its clients know one name for
 * each number, so several codes of the classic protocol share one, and the description tells them apart.
 */
const JSON_API_ERRORS = {
  ERROR_WRONG_USER_KEY: [1, "ERROR_KEY_DOES_NOT_EXIST"],
  ERROR_KEY_DOES_NOT_EXIST: [1, "ERROR_KEY_DOES_NOT_EXIST"],
  ERROR_NO_SLOT_AVAILABLE: [2, "ERROR_NO_SLOT_AVAILABLE"],
  ERROR_ZERO_CAPTCHA_FILESIZE: [3, "ERROR_ZERO_CAPTCHA_FILESIZE"],
  ERROR_TOO_BIG_CAPTCHA_FILESIZE: [4, "ERROR_TOO_BIG_CAPTCHA_FILESIZE"],
  ERROR_PAGEURL: [5, "ERROR_PAGEURL"],
  ERROR_ZERO_BALANCE: [10, "ERROR_ZERO_BALANCE"],
  ERROR_IP_NOT_ALLOWED: [11, "ERROR_IP_NOT_ALLOWED"],
  ERROR_CAPTCHA_UNSOLVABLE: [12, "ERROR_CAPTCHA_UNSOLVABLE"],
  ERROR_BAD_DUPLICATES: [13, "ERROR_BAD_DUPLICATES"],
  ERROR_EMPTY_ACTION: [14, "ERROR_NO_SUCH_METHOD"],
  ERROR_IMAGE_TYPE_NOT_SUPPORTED: [15, "ERROR_IMAGE_TYPE_NOT_SUPPORTED"],
  ERROR_UPLOAD: [15, "ERROR_IMAGE_TYPE_NOT_SUPPORTED"],
  ERROR_WRONG_FILE_EXTENSION: [15, "ERROR_IMAGE_TYPE_NOT_SUPPORTED"],
  ERROR_WRONG_CAPTCHA_ID: [16, "ERROR_NO_SUCH_CAPCHA_ID"],
  ERROR_WRONG_ID_FORMAT: [16, "ERROR_NO_SUCH_CAPCHA_ID"],
  IP_BANNED: [21, "ERROR_IP_BLOCKED"],
  "ERROR: 1004": [21, "ERROR_IP_BLOCKED"],
  ERROR_WRONG_GOOGLEKEY: [31, "ERROR_RECAPTCHA_INVALID_SITEKEY"],
  ERROR_GOOGLEKEY: [31, "ERROR_RECAPTCHA_INVALID_SITEKEY"],
  ERROR_SITEKEY: [31, "ERROR_RECAPTCHA_INVALID_SITEKEY"],
  ERROR_BAD_TOKEN_OR_PAGEURL: [31, "ERROR_RECAPTCHA_INVALID_SITEKEY"],
  ERROR_ACCOUNT_SUSPENDED: [55, "ERROR_ACCOUNT_SUSPENDED"],
  ERROR_BAD_PARAMETERS: [110, "ERROR_BAD_PARAMETERS"],
  ERROR_IP_ADDRES: [110, "ERROR_BAD_PARAMETERS"],
  ERROR_BAD_IMGINSTRUCTIONS: [115, "ERROR_BAD_IMGINSTRUCTIONS"],
  ERROR_PROXY_FORMAT: [130, "ERROR_BAD_PROXY"],
  ERROR_BAD_PROXY: [130, "ERROR_BAD_PROXY"],
  ERROR_PROXY_CONNECTION_FAILED: [130, "ERROR_BAD_PROXY"],
  ERROR_DOMAIN_NOT_ALLOWED: [201, "ERROR_DOMAIN_NOT_ALLOWED"],
  MAX_USER_TURN: [202, "ERROR_TOO_MUCH_REQUESTS"],
  "ERROR: 1001": [202, "ERROR_TOO_MUCH_REQUESTS"],
  "ERROR: 1002": [202, "ERROR_TOO_MUCH_REQUESTS"],
  "ERROR: 1003": [202, "ERROR_TOO_MUCH_REQUESTS"],
  "ERROR: 1005": [202, "ERROR_TOO_MUCH_REQUESTS"],
  ERROR_CAPTCHAIMAGE_BLOCKED: [203, "ERROR_CAPTCHAIMAGE_BLOCKED"],
  TOO_MANY_BAD_IMAGES: [204, "TOO_MANY_BAD_IMAGES"],
  ERROR_REPORT_NOT_RECORDED: [205, "ERROR_REPORT_NOT_RECORDED"],
  ERROR_DUPLICATE_REPORT: [206, "ERROR_DUPLICATE_REPORT"],
  ERROR_TOKEN_EXPIRED: [207, "ERROR_TOKEN_EXPIRED"],
  ERROR_CANCEL_NOT_POSSIBLE: [208, "ERROR_CANCEL_NOT_POSSIBLE"],
  ERROR_KEY_NOT_ALLOWED: [209, "ERROR_KEY_NOT_ALLOWED"],
  /** Never an error there: such a task is `processing`. */
  CAPCHA_NOT_READY: [0, "CAPCHA_NOT_READY"],
} as const satisfies Record<ErrorCode, readonly [errorId: number, errorCode: string]>;

/** The number and the name by which clients of the JSON API know this code. */
export function jsonApiErrorOf(code: ErrorCode): JsonApiError {
  const [errorId, errorCode] = JSON_API_ERRORS[code];
  return { errorId, errorCode };
}
