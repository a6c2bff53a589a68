import { boolean, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/**
 * The events that still count towards a limit kept in the database (log-ins, sign-ups): at most as many times as
 * the limit allows, oldest first. `last_allowed` is the outcome of the latest event.
 */
export const exactLimit = pgTable(
  "exact_limit",
  {
    limitName: text().notNull(),
    subject: text().notNull(),
    hitAt: timestamp({ withTimezone: true, precision: 3 }).array().notNull(),
    lastAllowed: boolean().notNull(),
    lastAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.limitName, t.subject] })],
);
