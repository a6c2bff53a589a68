import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";

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
  },
  (t) => [
    primaryKey({ columns: [t.workerId, t.day, t.kind] }),
    check("worker_pace_steps", sql`cardinality(${t.steps}) = 8`),
    index("worker_pace_day_idx").on(t.day),
  ],
);
