import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Money given back for a task by a person's decision; once a task, as its key and the ledger's say. */
export const refund = pgTable(
  "refund",
  {
    taskId: bigint({ mode: "number" }).primaryKey(),
    accountId: integer().notNull(),
    workerId: integer(),
    /** What the customer got back, and what was taken back from the worker's pay. */
    micros: bigint({ mode: "number" }).notNull(),
    takenBackMicros: bigint({ mode: "number" }).notNull(),
    refundedBy: integer(),
    reasonCode: text().notNull(),
    note: text(),
    refundedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    check("refund_amounts", sql`${t.micros} >= 0 and ${t.takenBackMicros} >= 0`),
    index("refund_account_idx").on(t.accountId, t.refundedAt),
    index("refund_at_idx").on(t.refundedAt),
  ],
);
