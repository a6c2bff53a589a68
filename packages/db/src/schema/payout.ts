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
  uniqueIndex,
} from "drizzle-orm/pg-core";

/**
 * Where a worker wants to be paid. Rows are only added: a change holds from `effectiveAt`, and until then it can be
 * taken back.
 */
export const payoutAddress = pgTable(
  "payout_address",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: integer().notNull(),
    chainId: bigint({ mode: "number" }).notNull(),
    /** With its checksum. */
    address: text().notNull(),
    askedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    effectiveAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    cancelledAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [index("payout_address_account_idx").on(t.accountId, t.id)],
);

/** Payouts that are signed together. What was made is approved or cancelled; the chain decides the rest by row. */
export const payoutBatch = pgTable(
  "payout_batch",
  {
    id: bigint({ mode: "number" }).primaryKey(),
    chainId: bigint({ mode: "number" }).notNull(),
    token: text().notNull(),
    symbol: text().notNull(),
    decimals: integer().notNull(),
    /** The wallet whose transfers pay it. */
    wallet: text().notNull(),
    state: text({ enum: ["made", "approved", "cancelled"] }).notNull(),
    totalMicros: bigint({ mode: "number" }).notNull(),
    needsSecond: integer().notNull(),
    madeBy: integer().notNull(),
    madeAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    decidedBy: integer(),
    decidedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    check(
      "payout_batch_second_person",
      sql`${t.state} <> 'approved' or ${t.needsSecond} = 0 or ${t.decidedBy} <> ${t.madeBy}`,
    ),
  ],
);

/**
 * One worker's payout; its id is the cause of its money. Reserved when its batch is made, then paid, once the chain
 * shows it, or returned. What was paid and is gone from the chain, staff undo. One worker has one reserved payout at
 * most, and one transfer of the chain pays one.
 */
export const payout = pgTable(
  "payout",
  {
    id: bigint({ mode: "number" }).primaryKey(),
    batchId: bigint({ mode: "number" }).notNull(),
    accountId: integer().notNull(),
    address: text().notNull(),
    micros: bigint({ mode: "number" }).notNull(),
    amountUnits: numeric({ precision: 78, scale: 0 }).notNull(),
    state: text({ enum: ["reserved", "paid", "returned", "undone"] }).notNull(),
    chainId: bigint({ mode: "number" }).notNull(),
    txHash: text(),
    txLogNo: integer(),
    endedAt: timestamp({ withTimezone: true, precision: 3 }),
    reason: text(),
  },
  (t) => [
    check("payout_amount", sql`${t.micros} > 0`),
    check("payout_paid", sql`(${t.state} in ('paid', 'undone')) = (${t.txHash} is not null)`),
    uniqueIndex("payout_reserved_once").on(t.accountId).where(sql`state = 'reserved'`),
    uniqueIndex("payout_transfer").on(t.chainId, t.txHash, t.txLogNo).where(sql`state = 'paid'`),
    index("payout_account_idx").on(t.accountId, t.id),
    index("payout_batch_idx").on(t.batchId),
  ],
);

/**
 * A transaction that staff say pays rows of a batch, and what the chain says of it. One that the chain never finds is
 * dropped by staff, so that the rest of the batch can go on; it is looked for further on. One that is confirmed is looked
 * at again for as long as its confirmations took, and after every deep reorganisation.
 */
export const payoutTransaction = pgTable(
  "payout_transaction",
  {
    txHash: text().notNull(),
    chainId: bigint({ mode: "number" }).notNull(),
    batchId: bigint({ mode: "number" }).notNull(),
    state: text({ enum: ["entered", "confirmed", "failed", "dropped"] }).notNull(),
    enteredBy: integer().notNull(),
    enteredAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    paidRows: integer().notNull().default(0),
    /** Transfers of the wallet and token that pay no row: twice paid, or another amount or address. */
    strayTransfers: integer().notNull().default(0),
    /** Why it is not confirmed yet, or has failed, or what became of it after it was confirmed. */
    finding: text(),
    /** Where it stands, once it is confirmed. */
    blockNumber: bigint({ mode: "number" }),
    lookedAt: timestamp({ withTimezone: true, precision: 3 }),
    /** Since when, and since which block, the chain has not known it; null while it does. */
    missingSince: timestamp({ withTimezone: true, precision: 3 }),
    missingBlock: bigint({ mode: "number" }),
    /** Who sent it with which number, once a node has known it: a number is used once. */
    sender: text(),
    nonce: bigint({ mode: "number" }),
    droppedBy: integer(),
    dropReason: text(),
  },
  (t) => [
    check("payout_transaction_dropped", sql`${t.state} <> 'dropped' or ${t.dropReason} is not null`),
    unique("payout_transaction_once").on(t.chainId, t.txHash),
    index("payout_transaction_entered_idx").on(t.batchId).where(sql`state = 'entered'`),
    index("payout_transaction_confirmed_idx").on(t.chainId, t.blockNumber).where(sql`state = 'confirmed'`),
    index("payout_transaction_gone_idx")
      .on(t.chainId)
      .where(sql`state = 'confirmed' and finding is not null`),
    index("payout_transaction_watched_idx").on(t.lookedAt).where(sql`state in ('entered', 'dropped')`),
  ],
);
