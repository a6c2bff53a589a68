import { bigint, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** The cause of a transfer that no task caused: who booked it by hand, and why. */
export const booking = pgTable(
  "booking",
  {
    id: bigint({ mode: "number" }).primaryKey(),
    accountId: integer().notNull(),
    bookedBy: integer(),
    reason: text().notNull(),
    bookedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index("booking_account_idx").on(t.accountId, t.id)],
);
