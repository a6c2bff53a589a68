import { integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/**
 * What staff tell everybody, or customers, or workers. A row is one version and never changes; the highest of an
 * announcement is the one that is shown, unless its text is null: then it is withdrawn.
 */
export const announcement = pgTable(
  "announcement",
  {
    id: integer().notNull(),
    version: integer().notNull(),
    audience: text({ enum: ["everybody", "customers", "workers"] }).notNull(),
    tone: text({ enum: ["info", "wait"] }).notNull(),
    text: text(),
    /** When it is no longer shown; null: when it is withdrawn. */
    untilAt: timestamp({ withTimezone: true, precision: 3 }),
    publishedBy: integer().notNull(),
    publishedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] })],
);
