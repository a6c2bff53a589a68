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
  uniqueIndex,
} from "drizzle-orm/pg-core";

/**
 * A transfer of a token to one of our addresses, as the chain tells it. It is known by its transaction and its place
 * in it, which a reorganisation does not change, so each is one row and is booked once: `id` is the cause of its
 * money. Where it stands now (block, log index) follows the chain until it is booked. One that was reversed is over; if
 * the chain brings it back it is a row again.
 */
export const chainDeposit = pgTable(
  "chain_deposit",
  {
    id: bigint({ mode: "number" }).primaryKey(),
    chainId: bigint({ mode: "number" }).notNull(),
    txHash: text().notNull(),
    /** Which of the transaction's logs it is, from 0. */
    txLogNo: integer().notNull(),
    blockHash: text().notNull(),
    blockNumber: bigint({ mode: "number" }).notNull(),
    logIndex: integer().notNull(),
    token: text().notNull(),
    fromAddress: text().notNull(),
    toAddress: text().notNull(),
    accountId: integer().notNull(),
    /** What arrived, in the token's own smallest units. */
    amountUnits: numeric({ precision: 78, scale: 0 }).notNull(),
    /** The same in micro-dollars; null for a token that is not accepted. */
    amountMicros: bigint({ mode: "number" }),
    /** What is less than a micro-dollar of it and so is not booked, in the token's units. */
    dustUnits: numeric({ precision: 78, scale: 0 }).notNull(),
    state: text({
      enum: ["seen", "vanished", "booked", "too_small", "unsupported", "reversed"],
    }).notNull(),
    seenAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    bookedAt: timestamp({ withTimezone: true, precision: 3 }),
    /** Booked, and no longer on the chain: waits for staff to reverse it. */
    missingSince: timestamp({ withTimezone: true, precision: 3 }),
    decidedBy: integer(),
    reason: text(),
  },
  (t) => [
    uniqueIndex("chain_deposit_event").on(t.chainId, t.txHash, t.txLogNo).where(sql`state <> 'reversed'`),
    index("chain_deposit_reversed_idx").on(t.chainId, t.txHash, t.txLogNo).where(sql`state = 'reversed'`),
    check(
      "chain_deposit_booked",
      sql`${t.state} not in ('booked', 'reversed') or (${t.amountMicros} is not null and ${t.bookedAt} is not null)`,
    ),
    index("chain_deposit_account_idx").on(t.accountId, t.id),
    index("chain_deposit_open_idx").on(t.chainId, t.blockNumber).where(sql`state in ('seen', 'vanished')`),
    index("chain_deposit_missing_idx").on(t.chainId).where(sql`missing_since is not null`),
    index("chain_deposit_block_idx").on(t.chainId, t.blockNumber),
  ],
);
