import { pgTable, smallint, timestamp } from "drizzle-orm/pg-core";

/** The running processes by node number, seen each second; hints are sent only while there is more than one. */
export const serverProcess = pgTable("server_process", {
  node: smallint().primaryKey(),
  startedAt: timestamp({ withTimezone: true }).notNull(),
  seenAt: timestamp({ withTimezone: true }).notNull(),
});
