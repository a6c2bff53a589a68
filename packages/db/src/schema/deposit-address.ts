import { index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * An address derived from the operator's public key for one customer. The index is never used twice, whatever the
 * key; the newest is the one that is shown, and all others go on working.
 */
export const depositAddress = pgTable(
  "deposit_address",
  {
    index: integer().primaryKey().generatedAlwaysAsIdentity({ startWith: 0, minValue: 0 }),
    accountId: integer().notNull(),
    /** Lower case. */
    address: text().notNull().unique(),
    /** The first symbols of the public key's hash: which key the owner of the money needs. */
    keyFingerprint: text().notNull(),
    givenAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [index("deposit_address_account_idx").on(t.accountId, t.index)],
);
