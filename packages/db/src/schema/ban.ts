import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** A limit that was filled: whose (an account or an address), which, until when. Kept as history after its end. */
export const ban = pgTable(
  "ban",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    limitName: text().notNull(),
    subject: text().notNull(),
    startsAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    endsAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** Staff ended it before its time. */
    liftedAt: timestamp({ withTimezone: true, precision: 3 }),
    liftedBy: integer(),
  },
  (t) => [
    index("ban_subject_idx").on(t.subject, t.endsAt),
    index("ban_ends_idx").on(t.endsAt),
    index("ban_lifted_idx").on(t.liftedAt).where(sql`lifted_at is not null`),
  ],
);
