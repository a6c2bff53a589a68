import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";

/** The most that a customer wants to pay for a task of a kind; without a row any rate is taken. */
export const maximumRate = pgTable(
  "maximum_rate",
  {
    accountId: integer().notNull(),
    kind: smallint().notNull(),
    rateMicros: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.kind] }),
    check("maximum_rate_micros", sql`${t.rateMicros} between 1 and 100000000`),
  ],
);
