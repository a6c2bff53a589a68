import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";

/**
 * The ledger. One row is both sides of a move, so the sum over all accounts is zero by construction. `code` names
 * the posting (domain/ledger/postings.ts), which says from which balance of the debited account to which balance
 * of the credited one. The primary key makes a cause move its money once. Inserted only; partitioned by cause id;
 * never dropped.
 */
export const transfer = pgTable(
  "transfer",
  {
    causeId: bigint({ mode: "number" }).notNull(),
    line: smallint().notNull(),
    code: smallint().notNull(),
    debitId: integer().notNull(),
    creditId: integer().notNull(),
    micros: bigint({ mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.causeId, t.line] }),
    check("transfer_positive", sql`${t.micros} > 0`),
    // Moves of a task's own life are found through the tasks of the account, so the hot statements write no index more.
    // The codes stand in domain/ledger/task-life-codes.ts.
    index("transfer_debit_idx").on(t.debitId, t.causeId).where(sql`code not in (2, 3, 4, 5, 10, 11)`),
    index("transfer_credit_idx").on(t.creditId, t.causeId).where(sql`code not in (2, 3, 4, 5, 10, 11)`),
  ],
);
