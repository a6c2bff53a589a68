import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, real, smallint, timestamp, unique } from "drizzle-orm/pg-core";

/**
 * Estimates of all skills anew from all answers (domain/quality/estimate-skills.ts): one each night, and those that staff ask for.
 * A process takes one kind of tasks at a time.
 */
export const estimateRun = pgTable(
  "estimate_run",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Null: nobody asked, it is the night's. */
    askedBy: integer(),
    askedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    night: date({ mode: "string" }),
    /** How many kinds are done. */
    kindsDone: smallint().notNull().default(0),
    /** Until then the process that works at a kind is believed to be alive. */
    heldUntil: timestamp({ withTimezone: true, precision: 3 }),
    tasks: integer().notNull().default(0),
    answers: integer().notNull().default(0),
    /** Skills that moved, and how far the one that moved furthest (of 1). */
    moved: integer().notNull().default(0),
    furthest: real().notNull().default(0),
    finishedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    unique("estimate_run_night").on(t.night),
    index("estimate_run_open_idx").on(t.id).where(sql`finished_at is null`),
    check("estimate_run_asked", sql`(${t.askedBy} is null) = (${t.night} is not null)`),
  ],
);
