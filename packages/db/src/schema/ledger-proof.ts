import { bigint, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** What the latest run of a check found (domain/ledger/ledger-checks.ts); no rows: all is well. */
export const ledgerProof = pgTable("ledger_proof", {
  name: text().primaryKey(),
  checkedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  differenceMicros: bigint({ mode: "number" }).notNull(),
  rows: jsonb().$type<{ subject: string; difference: number }[]>().notNull(),
});

/**
 * Σ of an account's transfers whose cause lies before the cursor `checkpoint` and whose code can get no more of them
 * (domain/ledger/advance-checkpoint.ts), so that a proof does not read the whole past.
 */
export const ledgerCheckpoint = pgTable("ledger_checkpoint", {
  accountId: integer().primaryKey(),
  availableMicros: bigint({ mode: "number" }).notNull(),
  heldMicros: bigint({ mode: "number" }).notNull(),
  pendingMicros: bigint({ mode: "number" }).notNull(),
  platformMicros: bigint({ mode: "number" }).notNull(),
});
