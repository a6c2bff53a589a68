import type { ErrorCode } from "./error-codes";
import type { LimitName } from "./limits";

/** A limit of an account, and how full it is now. Counts of other processes are known half a second later at most. */
export interface LimitGauge {
  name: LimitName;
  says: string;
  used: number;
  max: number;
  windowMs: number;
  /** How long the one after the last is refused; 0: until there is room again. */
  banMs: number;
  code: ErrorCode | null;
  /** When the running ban ends; null when there is none. */
  bannedUntilMs: number | null;
}

export interface BanRow {
  id: number;
  name: LimitName;
  code: ErrorCode | null;
  startsAtMs: number;
  endsAtMs: number;
}

/** `limits.mine`: gauges before a ban, and the bans of 90 days, the latest first. */
export interface LimitsView {
  gauges: LimitGauge[];
  bans: BanRow[];
}
