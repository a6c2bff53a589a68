import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Addresses that no limit on wrong keys counts for: an IPv4 address or an IPv6 /64, as in `ban`. Gone when ended. */
export const banExemption = pgTable("ban_exemption", {
  subject: text().primaryKey(),
  reason: text().notNull(),
  setBy: integer().notNull(),
  setAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
});
