import { sql } from "drizzle-orm";
import { bigint, check, date, index, integer, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";

/**
 * What a worker did with the tasks of a kind on one day (UTC), and how fast: how many answers took up to half a
 * second, one, two, four, eight, sixteen, thirty-two and more. Kept for a while only (domain/quality/keep-pace.ts).
 */
export const workerPace = pgTable(
  "worker_pace",
  {
    workerId: integer().notNull(),
    kind: smallint().notNull(),
    day: date().notNull(),
    steps: integer().array().notNull(),
    passed: integer().notNull(),
    unreadable: integer().notNull(),
    reported: integer().notNull(),
    leasesEnded: integer().notNull(),
    /** Answers that took up to sixteen seconds, their times in ms, and the squares of these. */
    timed: integer().notNull().default(0),
    timedMs: bigint({ mode: "number" }).notNull().default(0),
    timedSquares: bigint({ mode: "number" }).notNull().default(0),
    /** A bit for each hour of the day in which something was answered. */
    hours: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workerId, t.day, t.kind] }),
    check("worker_pace_steps", sql`cardinality(${t.steps}) = 8`),
    index("worker_pace_day_idx").on(t.day),
  ],
);
