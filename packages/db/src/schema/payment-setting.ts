import { sql } from "drizzle-orm";
import { bigint, boolean, check, integer, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";

/** What the operator sets about money that comes in and goes out: one row. */
export const paymentSetting = pgTable(
  "payment_setting",
  {
    one: boolean().primaryKey().default(true),
    /** Smaller deposits are shown and not booked by themselves. */
    depositMinimumMicros: bigint({ mode: "number" }).notNull().default(1_000_000),
    /** A deposit by hand of more than this needs a second admin. */
    handBookingAloneMicros: bigint({ mode: "number" }).notNull().default(500_000_000),
    payoutThresholdMicros: bigint({ mode: "number" }).notNull().default(5_000_000),
    /** A batch of more than this needs a second admin. */
    payoutAloneMicros: bigint({ mode: "number" }).notNull().default(500_000_000),
    payoutAddressDelayHours: integer().notNull().default(24),
    /** The wallet that pays out: transfers from another one pay nobody. */
    payoutWallet: text(),
    /** 0 Sunday to 6 Saturday: paid out each week then. */
    payoutWeekday: smallint(),
    /** A day of its own, before the weekday's turn; kept as its noon (UTC). */
    payoutsPlannedAt: timestamp({ withTimezone: true, precision: 3 }),
    /** Who issues receipts: name and address, as printed. */
    issuer: text().notNull().default(""),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    changedBy: integer(),
  },
  (t) => [
    check("payment_setting_one", sql`${t.one}`),
    check(
      "payment_setting_amounts",
      sql`least(${t.depositMinimumMicros}, ${t.handBookingAloneMicros}, ${t.payoutThresholdMicros}, ${t.payoutAloneMicros}) >= 0`,
    ),
    check("payment_setting_weekday", sql`${t.payoutWeekday} between 0 and 6`),
    check("payment_setting_delay", sql`${t.payoutAddressDelayHours} between 0 and 720`),
  ],
);
