import type { ErrorCode } from "@sightline/contract/error-codes";
import type { JSON_API_ONLY_ERRORS } from "../wire/error-table";

export interface Advice {
  happened: string;
  fix: string;
}

/** What stands on the page of each code: what happened, and how the reader's code or account is put right. */
export const ERROR_ADVICE: Readonly<Record<ErrorCode | keyof typeof JSON_API_ONLY_ERRORS, Advice>> = {
  ERROR_WRONG_USER_KEY: {
    happened: "The parameter key (clientKey in the JSON API) was missing or was not exactly 32 symbols long.",
    fix: "Copy the key from your account's page again; look for spaces, quotes and line breaks round it. Stop sending until it is right: five wrong keys in a minute block your address.",
  },
  ERROR_KEY_DOES_NOT_EXIST: {
    happened: "The key has the right form, but no account has it: it was mistyped, or it was revoked.",
    fix: "Take the key from your account's page, or make a new one there. Stop sending until it is right: five wrong keys in a minute block your address.",
  },
  ERROR_ZERO_BALANCE: {
    happened:
      "What is left of your balance, less what open tasks hold, does not cover this task; or the budget of this key does not, and error_text says so.",
    fix: "Add funds, or raise the key's budget on /app/keys. Let your code wait 60 seconds before it tries again: 120 such refusals in a minute block submissions for 5 minutes.",
  },
  ERROR_PAGEURL: {
    happened:
      "pageurl (websiteURL in the JSON API) was missing or was not an absolute http or https address.",
    fix: "Send the whole address of the page, with its scheme: https://example.org/sign-up.",
  },
  ERROR_NO_SLOT_AVAILABLE: {
    happened:
      "The task was not accepted: your highest rate is below the current one, too many of your challenges wait already, all threads of your package are taken, or the service could not store it for a moment. Nothing was charged.",
    fix: "Wait 2 to 5 seconds and send it again. When it goes on, raise your highest rate, or send fewer at a time.",
  },
  ERROR_ZERO_CAPTCHA_FILESIZE: {
    happened: "The file is smaller than 100 bytes.",
    fix: "Look at the bytes that your code sends: such a file is usually an error page or an empty download.",
  },
  ERROR_TOO_BIG_CAPTCHA_FILESIZE: {
    happened:
      "The file is larger than 600 kB (a sound: 1 MB), or a side of the picture is longer than 1000 px.",
    fix: "Send a smaller or more strongly compressed picture. Exactly 614,400 bytes and 1000 px are accepted.",
  },
  ERROR_WRONG_FILE_EXTENSION: {
    happened:
      "The bytes are a format that is known and not accepted, such as webp, bmp, svg or heic. The file's name plays no part.",
    fix: "Convert it to jpg, gif or png; a sound to mp3.",
  },
  ERROR_IMAGE_TYPE_NOT_SUPPORTED: {
    happened: "The bytes are no picture that is known, or a jpg, gif or png that is cut off or damaged.",
    fix: "Save the bytes that your code sends to a file and open it. Often the upload was cut, or text was added to it.",
  },
  ERROR_UPLOAD: {
    happened:
      "The request held no file part and no base64 text that can be decoded, or its body could not be read at all.",
    fix: "Check the encoding of your request with debug_dump=1: it shows which fields and files arrived.",
  },
  ERROR_BAD_IMGINSTRUCTIONS: {
    happened:
      "The picture with instructions is no jpg, gif or png, or is larger than 100 kB or 400 x 150 px.",
    fix: "Send a smaller picture, or use textinstructions.",
  },
  ERROR_IP_NOT_ALLOWED: {
    happened:
      "Your account, or this key, lists the addresses that may use it, and this request came from another one.",
    fix: "Add the address in your account's settings, or in the key's on its page; or empty the list.",
  },
  ERROR_KEY_NOT_ALLOWED: {
    happened: "The key was made for certain things only, and this is none of them. error_text names what.",
    fix: "Change what the key may do on /app/keys, or use a key that may do it. Nothing was charged.",
  },
  IP_BANNED: {
    happened: "More than 60 requests with wrong keys came from your address within 3 seconds.",
    fix: "Stop the program that sends them. The block ends by itself after 5 minutes.",
  },
  ERROR_ACCOUNT_SUSPENDED: {
    happened: "Your account was suspended. Answers of accepted tasks can still be read and reported.",
    fix: "The reason stands on your account's pages; answer to it there.",
  },
  ERROR_BAD_PARAMETERS: {
    happened:
      "A parameter is missing, has a wrong value, or does not go with another one. With json=1 the error_text names it.",
    fix: "Read error_text, compare with the page of the kind, and look at what arrived with debug_dump=1.",
  },
  ERROR_WRONG_GOOGLEKEY: {
    happened: "The parameter googlekey is missing.",
    fix: "Send the site key of your widget: it stands in data-sitekey, or as k in the widget's address.",
  },
  ERROR_GOOGLEKEY: {
    happened: "googlekey is empty or has not the form of a site key.",
    fix: "Check the code that reads it from your page.",
  },
  ERROR_SITEKEY: {
    happened: "sitekey is missing, empty or has not the form of one.",
    fix: "Check the code that reads it from your page.",
  },
  ERROR_DOMAIN_NOT_ALLOWED: {
    happened:
      "Challenges are solved only on sites whose owner asks for it, and the host of pageurl is not verified for your account.",
    fix: "Verify the site on your account's pages, or use one of the vendor's test keys.",
  },
  ERROR_BAD_TOKEN_OR_PAGEURL: {
    happened: "The widget said that this site key does not belong to this pageurl.",
    fix: "Look whether the widget stands in a frame with an address of its own, and send that one.",
  },
  ERROR_PROXY_FORMAT: {
    happened: "proxy or proxytype has not the form that is needed.",
    fix: "Send user:password@host:port or host:port, and proxytype HTTP, HTTPS, SOCKS4 or SOCKS5.",
  },
  ERROR_BAD_PROXY: {
    happened: "Tasks with this proxy failed during the last 10 minutes.",
    fix: "Use another proxy, or wait 10 minutes.",
  },
  ERROR_CAPTCHAIMAGE_BLOCKED: {
    happened: "These very bytes were blocked, or ended as unreadable three times for you within a day.",
    fix: "Look at the picture: it is often a notice of the site that sent it rather than a task.",
  },
  TOO_MANY_BAD_IMAGES: {
    happened:
      "Of at least 20 of your pictures that ended in the last 10 minutes, more than half could not be read.",
    fix: "Look at the pictures on your page of tasks, and put right how they are made.",
  },
  MAX_USER_TURN: {
    happened: "More than 60 submissions came within 3 seconds.",
    fix: "Leave at least 100 ms between submissions. The block ends by itself after 10 seconds.",
  },
  "ERROR: 1001": {
    happened:
      "120 submissions were refused within a minute because your highest rate is below the current one.",
    fix: "Raise your highest rate. Wait 2 to 5 seconds after each refusal. The block ends by itself after 10 minutes.",
  },
  "ERROR: 1002": {
    happened: "120 submissions were refused within a minute because the balance was used up.",
    fix: "Add funds. Wait 60 seconds after each refusal. The block ends by itself after 5 minutes.",
  },
  "ERROR: 1003": {
    happened:
      "Within a minute, refusals for a full queue were three times more than accepted tasks, and at least 120.",
    fix: "Send more slowly, and wait 5 seconds after each refusal. The block ends by itself after 30 seconds.",
  },
  "ERROR: 1004": {
    happened: "5 requests with wrong keys came from your address within a minute.",
    fix: "Put the key right first. The block ends by itself after 10 minutes.",
  },
  "ERROR: 1005": {
    happened:
      "In 10 minutes there were more requests for results, balance and reports than 1200 and 20 for each accepted task.",
    fix: "Poll every 5 seconds, use wait= or a pingback, and ask for the balance seldom. Reading starts again by itself after 5 minutes; submissions go on.",
  },
  CAPCHA_NOT_READY: {
    happened: "No error: the task waits or is being worked on.",
    fix: "Ask again in 5 seconds, or use wait=.",
  },
  ERROR_CAPTCHA_UNSOLVABLE: {
    happened:
      "Three people could not read it, nobody answered in time, a worker reported its content, or it was cancelled. With json=1 the error_text names which. Nothing was charged.",
    fix: "Look at the picture and at your hints; then send it again.",
  },
  ERROR_BAD_DUPLICATES: {
    happened:
      "You asked for several answers that agree, and the most were given without enough of them agreeing. Nothing was charged.",
    fix: "Send it again, or ask for fewer that agree.",
  },
  ERROR_WRONG_ID_FORMAT: {
    happened: "id holds something else than digits, or is missing.",
    fix: "Send what stood after OK|, without it, spaces or line breaks.",
  },
  ERROR_WRONG_CAPTCHA_ID: {
    happened: "Your account has no such task, or it was submitted more than 24 hours ago.",
    fix: "Check that the id and the key belong to the same account.",
  },
  ERROR_REPORT_NOT_RECORDED: {
    happened:
      "The report came later than 15 minutes after the submission, or about a task without an answer, or more than 40 % of your reports were about answers that were right.",
    fix: "Report at once, and only answers that were really wrong.",
  },
  ERROR_DUPLICATE_REPORT: {
    happened: "This task was reported already.",
    fix: "Nothing: the first report stands.",
  },
  ERROR_CANCEL_NOT_POSSIBLE: {
    happened: "A worker holds the task already, or it has ended.",
    fix: "Read its result; only a task that still waits can be cancelled.",
  },
  ERROR_IP_ADDRES: {
    happened:
      "A callback host was registered from an address that it does not resolve to. The code is spelled with one S.",
    fix: "Send add_pingback from the very server that the host's name leads to.",
  },
  ERROR_TOKEN_EXPIRED: {
    happened:
      "The one-time value that came with the task (such as data-s) had expired when a worker used it.",
    fix: "Read a fresh one from your page immediately before each submission.",
  },
  ERROR_PROXY_CONNECTION_FAILED: {
    happened: "The page could not be loaded through your proxy, which is refused for 10 minutes from now.",
    fix: "Use another proxy.",
  },
  ERROR_EMPTY_ACTION: {
    happened: "The parameter action of res.php is missing or names none that there is.",
    fix: "Send action=get, getbalance, or another one of the reference.",
  },
  ERROR_NO_SUCH_METHOD: {
    happened: "Something was posted to an address that is no method of the JSON API.",
    fix: "Post to /createTask, /getTaskResult, /getBalance, or another one of the reference.",
  },
  ERROR_TASK_ABSENT: {
    happened: "The request to createTask has no object task, or the task has no type.",
    fix: 'Send {"clientKey":"...","task":{"type":"ImageToTextTask","body":"..."}}.',
  },
  ERROR_TASK_NOT_SUPPORTED: {
    happened: "Tasks of this type are not offered here.",
    fix: "See the pages of the kinds for the types there are.",
  },
};
