import { boolean, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * One row a minute, made by whichever process comes first: that the service ran, and whether it could do its work. A
 * minute without a row is one in which nothing ran. Kept for 90 days.
 */
export const probe = pgTable("probe", {
  minute: integer().primaryKey(),
  ok: boolean().notNull(),
  /** What kept it from its work, when it was not ok. */
  problem: text(),
  /** How long the database took to answer. */
  tookMs: integer().notNull(),
  at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
});
