import { integer, pgTable, real, text, timestamp } from "drizzle-orm/pg-core";

/**
 * A worker's reCAPTCHA v3 score, measured with the operator's own key and only with the worker's consent: one row for
 * each worker who was asked. No consent, no score.
 */
export const workerV3Score = pgTable("worker_v3_score", {
  workerId: integer().primaryKey(),
  consentedAt: timestamp({ withTimezone: true }),
  /** 0.1 to 0.9; null until it was measured. */
  score: real(),
  measuredAt: timestamp({ withTimezone: true }),
  lastAttemptAt: timestamp({ withTimezone: true }),
  /** Why the last measurement gave no score, in the vendor's words or ours. */
  lastFailure: text(),
});
