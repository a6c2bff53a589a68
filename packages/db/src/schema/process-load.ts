import { integer, pgTable, smallint, timestamp } from "drizzle-orm/pg-core";

/** How many workers a process has and how many of them had nothing to do when it last looked. */
export const processLoad = pgTable("process_load", {
  node: smallint().primaryKey(),
  workers: integer().notNull().default(0),
  idleWorkers: integer().notNull(),
  seenAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
});
