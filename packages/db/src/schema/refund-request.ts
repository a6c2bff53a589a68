import { sql } from "drizzle-orm";
import { bigint, check, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

/** A set of tasks to give back over the operator's limit, which another admin must approve before anything is booked. */
export const refundRequest = pgTable(
  "refund_request",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    accountId: integer().notNull(),
    taskIds: bigint({ mode: "number" }).array().notNull(),
    micros: bigint({ mode: "number" }).notNull(),
    reason: text().notNull(),
    state: text({ enum: ["waiting", "approved", "refused"] }).notNull(),
    askedBy: integer().notNull(),
    askedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    decidedBy: integer(),
    decidedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    check("refund_request_amount", sql`${t.micros} > 0`),
    check("refund_request_second_person", sql`${t.state} <> 'approved' or ${t.decidedBy} <> ${t.askedBy}`),
    uniqueIndex("refund_request_waiting_idx").on(t.accountId).where(sql`state = 'waiting'`),
  ],
);
