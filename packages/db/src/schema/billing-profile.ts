import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** What a customer sets about money: who the receipts are for, and when to be told of a low balance. */
export const billingProfile = pgTable(
  "billing_profile",
  {
    accountId: integer().primaryKey(),
    /** Name, address, tax number: as printed on receipts. */
    billedTo: text().notNull().default(""),
    alertBelowMicros: bigint({ mode: "number" }),
    /** Set by the alert, cleared when the balance is above again. */
    alertedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    check("billing_profile_alert", sql`${t.alertBelowMicros} > 0`),
    index("billing_profile_alert_idx").on(t.accountId).where(sql`alert_below_micros is not null`),
  ],
);
