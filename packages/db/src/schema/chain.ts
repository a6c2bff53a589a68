import { sql } from "drizzle-orm";
import { bigint, boolean, check, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/**
 * A chain that deposits are watched on, and how far. `scannedBlock` is the last block that was read after it had its
 * confirmations; its hash tells whether the chain still is the one that was read. One process at a time watches.
 */
export const chain = pgTable(
  "chain",
  {
    chainId: bigint({ mode: "number" }).primaryKey(),
    name: text().notNull(),
    confirmations: integer().notNull(),
    scannedBlock: bigint({ mode: "number" }),
    scannedHash: text(),
    headBlock: bigint({ mode: "number" }),
    headAt: timestamp({ withTimezone: true, precision: 3 }),
    watchedBy: integer(),
    watchedUntil: timestamp({ withTimezone: true, precision: 3 }),
    /** Why it cannot be read now (domain/chain/chain-failures.ts); null while it can. */
    failure: text(),
    failures: integer().notNull().default(0),
    nextAttemptAt: timestamp({ withTimezone: true, precision: 3 }),
    /** When blocks changed that had all their confirmations; staff look at what they held. */
    deepReorgAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [check("chain_confirmations", sql`${t.confirmations} between 1 and 10000`)],
);

/** A token of a chain. One that is not accepted is still seen, so that staff can book what was sent in it. */
export const chainToken = pgTable(
  "chain_token",
  {
    chainId: bigint({ mode: "number" }).notNull(),
    /** Lower case. */
    address: text().notNull(),
    symbol: text().notNull(),
    decimals: integer().notNull(),
    accepted: boolean().notNull(),
    /** False since it is no longer configured: kept for the names of old deposits. */
    watched: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.chainId, t.address] }),
    check("chain_token_decimals", sql`${t.decimals} between 0 and 36`),
  ],
);
