import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * What staff last decided about a worker's payouts: one row a worker. Who is held is left out of every batch. The rest
 * says what was looked at: a payout that goes beyond it is looked at again.
 */
export const payoutCheck = pgTable(
  "payout_check",
  {
    accountId: integer().primaryKey(),
    held: boolean().notNull(),
    address: text(),
    micros: bigint({ mode: "number" }).notNull(),
    /** How many customers the worker was linked with. */
    links: integer().notNull(),
    reason: text().notNull(),
    decidedBy: integer().notNull(),
    decidedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [index("payout_check_held_idx").on(t.decidedAt).where(sql`held`)],
);
