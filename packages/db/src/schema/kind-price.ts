import { sql } from "drizzle-orm";
import { check, integer, pgTable, smallint, timestamp } from "drizzle-orm/pg-core";

/** What a task of a kind costs now, and the worker's part of it in basis points. Open tasks keep their own. */
export const kindPrice = pgTable(
  "kind_price",
  {
    kind: smallint().primaryKey(),
    priceMicros: integer().notNull(),
    workerShareBasisPoints: integer().notNull(),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    changedBy: integer(),
  },
  (t) => [
    check("kind_price_price", sql`${t.priceMicros} between 1 and 100000000`),
    check("kind_price_share", sql`${t.workerShareBasisPoints} between 0 and 10000`),
  ],
);
