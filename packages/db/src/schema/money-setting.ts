import { sql } from "drizzle-orm";
import { bigint, boolean, check, integer, pgTable, timestamp } from "drizzle-orm/pg-core";

/** What the operator sets about money that no price says: one row. */
export const moneySetting = pgTable(
  "money_setting",
  {
    one: boolean().primaryKey().default(true),
    /** How many answers a thread of a package is paid in an hour; then the package is full until the next. */
    answersPerThreadHour: integer().notNull().default(720),
    /** What a worker earns at least in an hour of active time; 0: no floor. */
    floorMicrosPerHour: bigint({ mode: "number" }).notNull().default(0),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    changedBy: integer(),
  },
  (t) => [
    check("money_setting_one", sql`${t.one}`),
    check("money_setting_answers", sql`${t.answersPerThreadHour} between 1 and 36000`),
    check("money_setting_floor", sql`${t.floorMicrosPerHour} between 0 and 1000000000`),
  ],
);
