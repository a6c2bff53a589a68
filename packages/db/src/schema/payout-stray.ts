import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  numeric,
  pgTable,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";

/**
 * A transfer of the paying wallet, in a transaction that staff named, that pays no payout: twice paid, or another
 * amount or address. The reconciliation differs until staff have settled it.
 */
export const payoutStray = pgTable(
  "payout_stray",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    chainId: bigint({ mode: "number" }).notNull(),
    txHash: text().notNull(),
    txLogNo: integer().notNull(),
    batchId: bigint({ mode: "number" }).notNull(),
    address: text().notNull(),
    units: numeric({ precision: 78, scale: 0 }).notNull(),
    /** What it is worth; the ledger's largest amount where it is more. */
    micros: bigint({ mode: "number" }).notNull(),
    /** The payout of its batch that it would have paid. */
    payoutId: bigint({ mode: "number" }),
    foundAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    settledBy: integer(),
    settledAt: timestamp({ withTimezone: true, precision: 3 }),
    reason: text(),
  },
  (t) => [
    unique("payout_stray_once").on(t.chainId, t.txHash, t.txLogNo),
    index("payout_stray_open_idx").on(t.id).where(sql`settled_at is null`),
    check("payout_stray_settled", sql`(${t.settledAt} is null) = (${t.reason} is null)`),
  ],
);
