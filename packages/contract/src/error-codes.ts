/**
 * The closed set of codes that the classic protocol answers with. `text` is the error_text a person reads: what
 * happened and what to do. It never holds an internal cause. Wire numbers of the JSON API stand beside them when
 * that API comes.
 */
export const ERROR_CODES = {
  ERROR_WRONG_USER_KEY: { text: "The key must be exactly 32 symbols. Check your API key." },
  ERROR_KEY_DOES_NOT_EXIST: { text: "No account has this key. Check your API key, or make a new one." },
  ERROR_ZERO_BALANCE: { text: "The balance does not cover this task. Add funds, then send it again." },
  ERROR_NO_SLOT_AVAILABLE: { text: "No slot is free right now. Wait 2 to 5 seconds, then send it again." },
  ERROR_ZERO_CAPTCHA_FILESIZE: { text: "The image is smaller than 100 bytes. Check the file you send." },
  ERROR_TOO_BIG_CAPTCHA_FILESIZE: {
    text: "The image is larger than 600 kB or wider or higher than 1000 px. Send a smaller one.",
  },
  ERROR_WRONG_FILE_EXTENSION: { text: "This image format is not accepted. Send a jpg, gif or png." },
  ERROR_IMAGE_TYPE_NOT_SUPPORTED: {
    text: "These bytes are not a whole jpg, gif or png. Check the file you send.",
  },
  ERROR_UPLOAD: { text: "The request held no readable file or base64 image. Check how your code sends it." },
  ERROR_IP_NOT_ALLOWED: { text: "This address is not on the account's list of allowed addresses." },
  IP_BANNED: {
    text: "Too many requests with wrong keys came from this address. It is blocked for 5 minutes.",
  },
  ERROR_ACCOUNT_SUSPENDED: { text: "This account is suspended. The reason stands on its pages." },
  ERROR_BAD_PARAMETERS: { text: "A parameter is missing or has a wrong value." },
  MAX_USER_TURN: { text: "More than 60 submissions in 3 seconds. Submissions are blocked for 10 seconds." },
  "ERROR: 1002": {
    text: "120 refusals for a zero balance in a minute. Submissions are blocked for 5 minutes.",
  },
  "ERROR: 1004": { text: "5 requests with wrong keys came from this address. It is blocked for 10 minutes." },
  "ERROR: 1005": {
    text: "Too many requests for results. Reading is blocked for 5 minutes; use wait= or a pingback.",
  },
  CAPCHA_NOT_READY: { text: "The task is not solved yet. Ask again in 5 seconds." },
  ERROR_CAPTCHA_UNSOLVABLE: { text: "The task could not be solved. Nothing was charged." },
  ERROR_WRONG_ID_FORMAT: { text: "The id may contain digits only." },
  ERROR_WRONG_CAPTCHA_ID: { text: "There is no such task in this account, or it is older than 24 hours." },
  ERROR_EMPTY_ACTION: { text: "The action is missing or unknown." },
} as const satisfies Record<string, { text: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Why a task ended without an answer; the error_text of ERROR_CAPTCHA_UNSOLVABLE names it (rule 14). */
export const UNSOLVED_REASONS = {
  unreadable: { number: 1, text: "Three people could not read it. Nothing was charged." },
  nobody_in_time: { number: 2, text: "Nobody answered in time. Nothing was charged." },
  content_reported: { number: 3, text: "A worker reported its content. Nothing was charged." },
  cancelled: { number: 4, text: "It was cancelled. Nothing was charged." },
  account_suspended: { number: 5, text: "The account was suspended. Nothing was charged." },
} as const;
export type UnsolvedReason = keyof typeof UNSOLVED_REASONS;

/** The reason a stored number stands for. Throws on a number that no version of the code has written. */
export function unsolvedReasonOf(number: number): UnsolvedReason {
  for (const [reason, row] of Object.entries(UNSOLVED_REASONS)) {
    if (row.number === number) return reason as UnsolvedReason;
  }
  throw new Error(`no unsolved reason has the number ${number}`);
}
