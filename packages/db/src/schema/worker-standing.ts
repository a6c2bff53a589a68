import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

/**
 * Where a worker stands in one kind of task: the stage they have reached (contract/score.ts), what is known
 * of their answers (sums of probabilities, domain/quality/skill.ts), and a suspension from this kind alone.
 */
export const workerStanding = pgTable(
  "worker_standing",
  {
    workerId: integer().notNull(),
    kind: smallint().notNull(),
    stage: smallint().notNull(),
    stageSince: timestamp({ withTimezone: true }).notNull(),
    /** Answers of this stage that could be judged, and how many of them were right. */
    stageJudged: integer().notNull().default(0),
    stageRight: integer().notNull().default(0),
    rightWeight: doublePrecision().notNull().default(0),
    wrongWeight: doublePrecision().notNull().default(0),
    suspendedAt: timestamp({ withTimezone: true }),
    suspendedReason: text(),
    /** What the worker is shown of what was measured, as it was then (contract/abuse-signals.ts). */
    suspendedEvidence: jsonb().$type<object[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.workerId, t.kind] }),
    index("worker_standing_probation_idx").on(t.workerId, t.kind).where(sql`stage = 3`),
    check("worker_standing_stage", sql`${t.stage} between 1 and 4`),
    check("worker_standing_weights", sql`${t.rightWeight} >= 0 and ${t.wrongWeight} >= 0`),
    check("worker_standing_judged", sql`${t.stageRight} between 0 and ${t.stageJudged}`),
    check("worker_standing_suspended", sql`(${t.suspendedAt} is null) = (${t.suspendedReason} is null)`),
  ],
);

/** What a worker has told us of themselves. */
export const workerProfile = pgTable("worker_profile", {
  workerId: integer().primaryKey(),
  /** ISO codes (contract/worker-languages.ts); empty: not told. */
  languages: text().array().notNull().default([]),
});
