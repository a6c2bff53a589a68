/**
 * The closed set of codes that the classic protocol answers with. `text` is the error_text a person reads: what
 * happened and what to do. It never holds an internal cause. `said` names the addresses that say it: in.php, res.php
 * or both. The JSON API's numbers and names for them stand in api/wire/error-table.
 */
export const ERROR_CODES = {
  ERROR_WRONG_USER_KEY: { said: "both", text: "The key must be exactly 32 symbols. Check your API key." },
  ERROR_KEY_DOES_NOT_EXIST: {
    said: "both",
    text: "No account has this key. Check your API key, or make a new one.",
  },
  ERROR_ZERO_BALANCE: {
    said: "in",
    text: "The balance does not cover this task. Add funds, then send it again.",
  },
  ERROR_PAGEURL: {
    said: "in",
    text: "pageurl is missing or is not an absolute http or https address. Send the page's full address.",
  },
  ERROR_NO_SLOT_AVAILABLE: {
    said: "in",
    text: "No slot is free right now. Wait 2 to 5 seconds, then send it again.",
  },
  ERROR_ZERO_CAPTCHA_FILESIZE: {
    said: "in",
    text: "The file is smaller than 100 bytes. Check the file you send.",
  },
  ERROR_TOO_BIG_CAPTCHA_FILESIZE: {
    said: "in",
    text: "The file is too large: an image may have 600 kB and 1000 px a side, a sound 1 MB. Send a smaller one.",
  },
  ERROR_WRONG_FILE_EXTENSION: {
    said: "in",
    text: "This file format is not accepted. Send a jpg, gif or png; for audio, an mp3.",
  },
  ERROR_IMAGE_TYPE_NOT_SUPPORTED: {
    said: "in",
    text: "These bytes are not a whole jpg, gif or png (for audio, mp3). Check the file you send.",
  },
  ERROR_UPLOAD: {
    said: "in",
    text: "The request held no readable file or base64 data. Check how your code sends it.",
  },
  ERROR_BAD_IMGINSTRUCTIONS: {
    said: "in",
    text: "The picture with instructions must be a jpg, gif or png of at most 100 kB and 400 x 150 px.",
  },
  ERROR_IP_NOT_ALLOWED: {
    said: "both",
    text: "This address is not on the list of allowed addresses, the account's or the key's.",
  },
  ERROR_KEY_NOT_ALLOWED: {
    said: "both",
    text: "This key may not do this. What it may do is set on /app/keys; or use another key.",
  },
  IP_BANNED: {
    said: "both",
    text: "Too many requests with wrong keys came from this address. It is blocked for 5 minutes.",
  },
  ERROR_ACCOUNT_SUSPENDED: {
    said: "in",
    text: "This account is suspended. The reason stands on its pages.",
  },
  ERROR_BAD_PARAMETERS: { said: "both", text: "A parameter is missing or has a wrong value." },
  ERROR_WRONG_GOOGLEKEY: {
    said: "in",
    text: "googlekey is missing. Send the site key of the page's widget.",
  },
  ERROR_GOOGLEKEY: { said: "in", text: "googlekey is empty or malformed. Check how your code reads it." },
  ERROR_SITEKEY: {
    said: "in",
    text: "sitekey is missing, empty or malformed. Check how your code reads it.",
  },
  ERROR_DOMAIN_NOT_ALLOWED: {
    said: "in",
    text: "The site of pageurl is not verified for this account. Verify that you own it, or use a vendor's test key.",
  },
  ERROR_BAD_TOKEN_OR_PAGEURL: {
    said: "in",
    text: "This site key does not belong to this pageurl. Look for a frame with another address on the page.",
  },
  ERROR_PROXY_FORMAT: {
    said: "in",
    text: "proxy must read user:password@host:port or host:port, and proxytype HTTP, HTTPS, SOCKS4 or SOCKS5.",
  },
  ERROR_BAD_PROXY: { said: "in", text: "This proxy did not work in the last 10 minutes. Use another one." },
  ERROR_CAPTCHAIMAGE_BLOCKED: {
    said: "in",
    text: "This very image is blocked: nobody could read it before. Send it no more; /app/unrecognisable shows why.",
  },
  TOO_MANY_BAD_IMAGES: {
    said: "in",
    text: "More than half of your images of the last 10 minutes could not be read. /app/unrecognisable shows them.",
  },
  MAX_USER_TURN: {
    said: "in",
    text: "More than 60 submissions in 3 seconds. Submissions are blocked for 10 seconds.",
  },
  "ERROR: 1001": {
    said: "in",
    text: "120 refusals for a rate that is too low in a minute. Submissions are blocked for 10 minutes.",
  },
  "ERROR: 1002": {
    said: "in",
    text: "120 refusals for a zero balance in a minute. Submissions are blocked for 5 minutes.",
  },
  "ERROR: 1003": {
    said: "in",
    text: "Three times more refusals for a full queue than accepted tasks. Submissions are blocked for 30 seconds.",
  },
  "ERROR: 1004": {
    said: "both",
    text: "5 requests with wrong keys came from this address. It is blocked for 10 minutes.",
  },
  "ERROR: 1005": {
    said: "res",
    text: "Too many requests for results. Reading is blocked for 5 minutes; use wait= or a pingback.",
  },
  CAPCHA_NOT_READY: { said: "res", text: "The task is not solved yet. Ask again in 5 seconds." },
  ERROR_CAPTCHA_UNSOLVABLE: { said: "res", text: "The task could not be solved. Nothing was charged." },
  ERROR_BAD_DUPLICATES: {
    said: "res",
    text: "The most answers were asked for and too few agreed. Nothing was charged. Send it again.",
  },
  ERROR_WRONG_ID_FORMAT: { said: "res", text: "The id may contain digits only." },
  ERROR_WRONG_CAPTCHA_ID: {
    said: "res",
    text: "There is no such task in this account, or it is older than 24 hours.",
  },
  ERROR_REPORT_NOT_RECORDED: {
    said: "res",
    text: "A report is taken within 15 minutes of the submission, and only about an answered task.",
  },
  ERROR_DUPLICATE_REPORT: { said: "res", text: "This task was reported already. Nothing more is needed." },
  ERROR_CANCEL_NOT_POSSIBLE: {
    said: "res",
    text: "A worker has this task already, or it has ended. It cannot be cancelled any more.",
  },
  ERROR_IP_ADDRES: {
    said: "res",
    text: "A callback host must be registered from an address that it resolves to.",
  },
  ERROR_TOKEN_EXPIRED: {
    said: "res",
    text: "The one-time value that came with the task had expired. Take a fresh one from the page.",
  },
  ERROR_PROXY_CONNECTION_FAILED: {
    said: "res",
    text: "The page could not be loaded through your proxy. Use another one.",
  },
  ERROR_EMPTY_ACTION: { said: "res", text: "The action is missing or unknown." },
} as const satisfies Record<string, { said: "in" | "res" | "both"; text: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/**
 * Why a task ended without an answer; the error_text names it (rule 14). The code is ERROR_CAPTCHA_UNSOLVABLE unless
 * the reason has one of its own.
 */
export const UNSOLVED_REASONS = {
  unreadable: { number: 1, text: "Three people could not read it. Nothing was charged." },
  nobody_in_time: { number: 2, text: "Nobody answered in time. Nothing was charged." },
  content_reported: { number: 3, text: "A worker reported its content. Nothing was charged." },
  cancelled: { number: 4, text: "It was cancelled. Nothing was charged." },
  key_refused: {
    number: 25,
    text: "The widget says that this site key is none of its vendor's. Check the key, and that it is of this kind. Nothing was charged.",
  },
  domain_refused: {
    number: 27,
    text: "The widget refuses this site key on our challenge host. Allow that host in the key's domains. Nothing was charged.",
  },
  widget_failed: {
    number: 28,
    text: "The vendor's widget did not load for the workers who tried. Nothing was charged. Send it again later.",
  },
  value_expired: {
    number: 26,
    text: "The one-time value that came with it had expired. Nothing was charged.",
    code: "ERROR_TOKEN_EXPIRED",
  },
  account_suspended: { number: 5, text: "The account was suspended. Nothing was charged." },
  bad_duplicates: {
    number: 10,
    text: "The most answers were asked for and too few agreed. Nothing was charged. Send it again.",
    code: "ERROR_BAD_DUPLICATES",
  },
  site_lost: {
    number: 20,
    text: "The site of its page was removed, suspended or switched off. Nothing was charged.",
  },
  proxy_failed: {
    number: 21,
    text: "The page could not be loaded through your proxy. Nothing was charged.",
    code: "ERROR_PROXY_CONNECTION_FAILED",
  },
} as const satisfies Record<string, { number: number; text: string; code?: ErrorCode }>;
export type UnsolvedReason = keyof typeof UNSOLVED_REASONS;

/** What the protocol says of a task that ended for this reason. */
export function unsolvedCode(reason: UnsolvedReason): ErrorCode {
  const row: { number: number; code?: ErrorCode } = UNSOLVED_REASONS[reason];
  return row.code ?? "ERROR_CAPTCHA_UNSOLVABLE";
}

/** The reason a stored number stands for. Throws on a number that no version of the code has written. */
export function unsolvedReasonOf(number: number): UnsolvedReason {
  for (const [reason, row] of Object.entries(UNSOLVED_REASONS)) {
    if (row.number === number) return reason as UnsolvedReason;
  }
  throw new Error(`no unsolved reason has the number ${number}`);
}
