import { bigint, index, integer, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";

/**
 * What became of the tasks that an account sent in one hour (hours since 1970, by acceptance), so that no page has to
 * read the tasks. Account 0 is everybody together. Sandboxes and test keys
 * are free and are not counted. Only tasks before `counted_before`
 * of task_hour_progress are in it; readers add the younger ones from `task` (domain/figures).
 */
export const taskHour = pgTable(
  "task_hour",
  {
    accountId: integer().notNull(),
    hour: integer().notNull(),
    kind: smallint().notNull(),
    answered: integer().notNull(),
    /** Without an answer; those that their customer or staff took back are not among them. */
    unsolved: integer().notNull(),
    spentMicros: bigint({ mode: "number" }).notNull(),
    /** Answers that were paid one by one; packages paid for the others. */
    charged: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.hour, t.kind] }), index("task_hour_hour_idx").on(t.hour)],
);

/** How many answers took how long, in steps that can be added up over any hours (contract/figures.ts). */
export const solveTimeHour = pgTable(
  "solve_time_hour",
  {
    accountId: integer().notNull(),
    hour: integer().notNull(),
    kind: smallint().notNull(),
    step: smallint().notNull(),
    answers: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.hour, t.kind, t.step] }),
    index("solve_time_hour_hour_idx").on(t.hour),
  ],
);

/** One row: every task with a smaller id has been counted. */
export const taskHourProgress = pgTable("task_hour_progress", {
  countedBefore: bigint({ mode: "number" }).notNull(),
});
