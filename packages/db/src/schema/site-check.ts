import { bigint, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Every look at a site's proof: why we thought that an account might send its challenges. Stays when the site goes. */
export const siteCheck = pgTable(
  "site_check",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    siteId: integer().notNull(),
    accountId: integer().notNull(),
    host: text().notNull(),
    method: text({ enum: ["dns", "file", "meta"] }).notNull(),
    cause: text({ enum: ["owner", "daily", "dispatch"] }).notNull(),
    outcome: text({ enum: ["good", "wrong", "unreachable"] }).notNull(),
    /** What was found, in words for the owner. */
    detail: text().notNull(),
    checkedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [index("site_check_site_idx").on(t.siteId, t.id)],
);
