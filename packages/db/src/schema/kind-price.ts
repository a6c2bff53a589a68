import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, smallint, timestamp } from "drizzle-orm/pg-core";

/**
 * What a task of a kind costs from a time on: the version in force is the latest one that has begun. Versions are
 * never changed; open tasks keep the price at which they were accepted. `price` is the table price; the current rate
 * (kind_rate) moves between the two bounds. Shares are the worker's part of the rate in basis points.
 */
export const kindPrice = pgTable(
  "kind_price",
  {
    kind: smallint().notNull(),
    effectiveFrom: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
    priceMicros: integer().notNull(),
    rateMinMicros: integer().notNull(),
    rateMaxMicros: integer().notNull(),
    workerShareBasisPoints: integer().notNull(),
    /** The same for a task in a customer's package, paid from what packages bring in. */
    packageShareBasisPoints: integer().notNull(),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    changedBy: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.effectiveFrom] }),
    check("kind_price_price", sql`${t.priceMicros} between 1 and 100000000`),
    check(
      "kind_price_bounds",
      sql`${t.rateMinMicros} between 1 and ${t.priceMicros} and ${t.rateMaxMicros} between ${t.priceMicros} and 100000000`,
    ),
    check(
      "kind_price_share",
      sql`${t.workerShareBasisPoints} between 0 and 10000 and ${t.packageShareBasisPoints} between 0 and 10000`,
    ),
  ],
);

/** What a task of a kind costs now, as the load makes it, and the load it was made from. */
export const kindRate = pgTable("kind_rate", {
  kind: smallint().primaryKey(),
  rateMicros: integer().notNull(),
  queued: integer().notNull(),
  idleWorkers: integer().notNull(),
  computedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
});
