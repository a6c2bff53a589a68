import type { ErrorCode } from "./error-codes";
import { LOG_IN_LIMITS } from "./log-in-limits";

/**
 * Every limit on how often, by name: the one table that the code asks and the documentation prints.
 *
 * `max` events fit into a window of `windowMs` that slides. The event after the one that filled it is refused, and
 * starts a ban of `banMs` when that is not 0. Requests during a ban do not lengthen it, and after it the count
 * starts at zero. `per` says whose events count together: an IPv6 address counts as its /64, which is what one
 * line is given. Staff may set another `max` for one account.
 *
 * How exact they are. Limits marked `exact` are counted in the database, under a lock. The others are counted in
 * memory by each process, in sixty parts of the window: an event leaves its window at most one part late, never
 * early. Counts and bans are exchanged through the database every 250 ms, so a process knows of what another one
 * counted half a second later at most: `overshootOf` says what follows from that. A process that has just started
 * begins at zero but for the bans, and so do all of them after a crash of the database. Ended bans stay as history for `BAN_HISTORY_MS`.
 */
export interface Limit {
  max: number;
  windowMs: number;
  banMs: number;
  per: "account" | "address";
  exact: boolean;
  code: ErrorCode | null;
  says: string;
  /** By how much several processes may exceed it, where that is neither of the usual (`overshootOf`). */
  overshoot?: string;
}

export const LIMITS = {
  submissions: {
    max: 60,
    windowMs: 3_000,
    banMs: 10_000,
    per: "account",
    exact: false,
    code: "MAX_USER_TURN",
    says: "submissions to in.php and createTask",
  },
  low_rate_refusals: {
    max: 120,
    windowMs: 60_000,
    banMs: 600_000,
    per: "account",
    exact: false,
    code: "ERROR: 1001",
    says: "submissions refused because the account's maximum rate is below the current one",
  },
  zero_balance_refusals: {
    max: 120,
    windowMs: 60_000,
    banMs: 300_000,
    per: "account",
    exact: false,
    code: "ERROR: 1002",
    says: "submissions refused for a zero balance",
  },
  queue_refusals: {
    max: 120,
    windowMs: 60_000,
    banMs: 30_000,
    per: "account",
    exact: false,
    code: "ERROR: 1003",
    says: "submissions refused for a full queue or package, or three for each accepted task where that is more",
  },
  result_reads: {
    max: 1_200,
    windowMs: 600_000,
    banMs: 300_000,
    per: "account",
    exact: false,
    code: "ERROR: 1005",
    says: "requests for results, balance and reports, beside 20 for each accepted task",
  },
  bad_images: {
    max: 20,
    windowMs: 600_000,
    banMs: 0,
    per: "account",
    exact: false,
    code: "TOO_MANY_BAD_IMAGES",
    says: "picture tasks that ended, from which on more than half of them unreadable refuses further pictures; found out each second",
  },
  wrong_keys: {
    max: 5,
    windowMs: 60_000,
    banMs: 600_000,
    per: "address",
    exact: false,
    code: "ERROR: 1004",
    says: "requests with a malformed or unknown key",
  },
  wrong_key_flood: {
    max: 60,
    windowMs: 3_000,
    banMs: 300_000,
    per: "address",
    exact: false,
    code: "IP_BANNED",
    says: "requests with wrong keys, refused ones included",
  },
  ...LOG_IN_LIMITS,
  team_invitations: {
    max: 30,
    windowMs: 86_400_000,
    banMs: 0,
    per: "account",
    exact: true,
    code: null,
    says: "invitations into an account's team",
  },
  callback_tests: {
    max: 10,
    windowMs: 60_000,
    banMs: 0,
    per: "account",
    exact: true,
    code: null,
    says: "test calls to callback hosts",
  },
  site_checks: {
    max: 30,
    windowMs: 600_000,
    banMs: 0,
    per: "account",
    exact: true,
    code: null,
    says: "checks of an account's sites that it asks for itself",
  },
  opt_outs: {
    max: 5,
    windowMs: 3_600_000,
    banMs: 0,
    per: "address",
    exact: true,
    code: null,
    says: "opt-outs asked for from one address",
  },
  opt_out_proofs: {
    max: 30,
    windowMs: 3_600_000,
    banMs: 0,
    per: "address",
    exact: true,
    code: null,
    says: "proofs of an opt-out looked for from one address",
  },
  test_submissions: {
    max: 600,
    windowMs: 3_600_000,
    banMs: 0,
    per: "account",
    exact: false,
    code: null,
    says: "submissions with a test key",
  },
  support_requests: {
    max: 5,
    windowMs: 3_600_000,
    banMs: 0,
    per: "address",
    exact: true,
    code: null,
    says: "messages to support from one address",
  },
  data_exports: {
    max: 3,
    windowMs: 86_400_000,
    banMs: 0,
    per: "account",
    exact: true,
    code: null,
    says: "files with all of an account's data that it asks for",
  },
  open_long_polls: {
    max: 100,
    windowMs: 0,
    banMs: 0,
    per: "account",
    exact: false,
    code: null,
    says: "requests with wait= that are open at the same time; further ones answer at once",
  },
  waiting_challenges: {
    max: 100,
    windowMs: 0,
    banMs: 0,
    per: "account",
    exact: false,
    code: null,
    says: "reCAPTCHA and hCaptcha tasks that no worker holds yet, falling evenly to half while 500 to 5,000 tasks wait in all; further ones answer ERROR_NO_SLOT_AVAILABLE",
    overshoot: "what other processes are storing at that moment; at most the limit once more for each",
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
/** The limits that are counted in the database. */
export type ExactLimitName = {
  [N in LimitName]: (typeof LIMITS)[N]["exact"] extends true ? N : never;
}[LimitName];

/** Each task accepted in the window of `result_reads` adds this many to its `max`. */
export const RESULT_READS_PER_ACCEPTED_TASK = 20;
/** The `max` of `queue_refusals` is this many for each task accepted in its window, where that is more. */
export const QUEUE_REFUSALS_PER_ACCEPTED_TASK = 3;

/** How long a ban is kept after its end, for its customer and for staff to look at: 90 days. */
export const BAN_HISTORY_MS = 90 * 86_400_000;

/** By how much a limit may be exceeded when several processes serve at once. */
export function overshootOf({ exact, windowMs, overshoot }: Limit): string {
  if (exact) return "none";
  if (overshoot !== undefined) return overshoot;
  return windowMs === 0 ? "each process counts its own" : "what other processes accept within 0.5 s";
}
