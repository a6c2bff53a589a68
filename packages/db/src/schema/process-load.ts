import { integer, pgTable, smallint, timestamp } from "drizzle-orm/pg-core";

/** How many workers of a process had nothing to do when it last looked; by them rates follow the load. */
export const processLoad = pgTable("process_load", {
  node: smallint().primaryKey(),
  idleWorkers: integer().notNull(),
  seenAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
});
