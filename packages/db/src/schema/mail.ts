import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/**
 * Mail on its way out: due (0), sent (1), given up (2), or caught (3) where no mail server is configured and the demo
 * shows it instead. Subject and text are sealed, since links in them are secrets, and are gone once it is sent.
 */
export const mail = pgTable(
  "mail",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    toAddress: text().notNull(),
    sealed: bytea(),
    state: smallint().notNull().default(0),
    attempts: smallint().notNull().default(0),
    queuedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** While due: when the next attempt may begin. */
    nextAttemptAt: timestamp({ withTimezone: true, precision: 3 }),
    lastFailure: text(),
  },
  (t) => [
    check("mail_state", sql`${t.state} in (0, 1, 2, 3)`),
    check("mail_due", sql`(${t.state} = 0) = (${t.nextAttemptAt} is not null)`),
    index("mail_due_idx").on(t.nextAttemptAt).where(sql`state = 0`),
    index("mail_queued_idx").on(t.queuedAt),
  ],
);
