import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** A deposit by hand over the operator's limit, which another admin must approve before anything is booked. */
export const handBooking = pgTable(
  "hand_booking",
  {
    id: bigint({ mode: "number" }).primaryKey(),
    accountId: integer().notNull(),
    amountMicros: bigint({ mode: "number" }).notNull(),
    reason: text().notNull(),
    /** The chain's transfer that it books, where it is one that is not booked by itself. */
    chainDepositId: bigint({ mode: "number" }),
    state: text({ enum: ["waiting", "approved", "refused"] }).notNull(),
    askedBy: integer().notNull(),
    askedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    decidedBy: integer(),
    decidedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    check("hand_booking_amount", sql`${t.amountMicros} > 0`),
    check("hand_booking_second_person", sql`${t.state} <> 'approved' or ${t.decidedBy} <> ${t.askedBy}`),
    index("hand_booking_waiting_idx").on(t.id).where(sql`state = 'waiting'`),
  ],
);
