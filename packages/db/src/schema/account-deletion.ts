import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";

/**
 * An account whose holder wants it gone: waiting (0) until `due_at` and cancelled by removing the row, being carried out
 * (1) step by step (domain/my-data/deletion-steps.ts), done (2). What is left then names nobody.
 */
export const accountDeletion = pgTable(
  "account_deletion",
  {
    accountId: integer().primaryKey(),
    /** Who asked; gone once it is carried out. */
    userId: text(),
    state: smallint().notNull().default(0),
    step: smallint().notNull().default(0),
    /** Where the step goes on. */
    cursor: bigint({ mode: "number" }).notNull().default(0),
    askedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    dueAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    doneAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    check("account_deletion_state", sql`${t.state} in (0, 1, 2)`),
    check("account_deletion_user", sql`(${t.state} = 0) = (${t.userId} is not null)`),
    check("account_deletion_done", sql`(${t.state} = 2) = (${t.doneAt} is not null)`),
    index("account_deletion_due_idx").on(t.dueAt).where(sql`state <> 2`),
  ],
);
