import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** An admin's session that looks at the pages of another account, which it cannot change; kept as history. */
export const impersonation = pgTable(
  "impersonation",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    sessionId: text().notNull(),
    actorId: integer().notNull(),
    accountId: integer().notNull(),
    reason: text().notNull(),
    startedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    endsAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    stoppedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    index("impersonation_running_idx").on(t.endsAt).where(sql`stopped_at is null`),
    index("impersonation_account_idx").on(t.accountId, t.id),
  ],
);
