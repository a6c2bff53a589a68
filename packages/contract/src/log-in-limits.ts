import type { Limit } from "./limits";

/** How often somebody may try to get in: part of the one table of limits (limits.ts). */
export const LOG_IN_LIMITS = {
  log_in_attempts_account: {
    max: 10,
    windowMs: 900_000,
    banMs: 0,
    per: "account",
    exact: true,
    code: null,
    says: "log-ins to one account that failed",
  },
  log_in_attempts_address: {
    max: 50,
    windowMs: 900_000,
    banMs: 0,
    per: "address",
    exact: true,
    code: null,
    says: "log-ins from one address that failed",
  },
  passkey_log_ins: {
    max: 60,
    windowMs: 900_000,
    banMs: 0,
    per: "address",
    exact: true,
    code: null,
    says: "log-ins by passkey that were begun from one address",
  },
  sign_ups: {
    max: 10,
    windowMs: 3_600_000,
    banMs: 0,
    per: "address",
    exact: true,
    code: null,
    says: "sign-ups from one address",
  },
  mail_links_address: {
    max: 20,
    windowMs: 3_600_000,
    banMs: 0,
    per: "address",
    exact: true,
    code: null,
    says: "links for a new password that were asked for from one address",
  },
  mail_links_account: {
    max: 5,
    windowMs: 3_600_000,
    banMs: 0,
    per: "account",
    exact: true,
    code: null,
    says: "links for a new password that were asked for one account",
  },
} as const satisfies Record<string, Limit>;
