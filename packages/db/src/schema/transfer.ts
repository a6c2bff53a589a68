import { sql } from "drizzle-orm";
import { bigint, check, integer, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";

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
  (t) => [primaryKey({ columns: [t.causeId, t.line] }), check("transfer_positive", sql`${t.micros} > 0`)],
);
