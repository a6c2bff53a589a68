import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/** Somebody who says that a host is theirs and wants no challenges of it here: a case for staff, or proved. */
export const optOut = pgTable(
  "opt_out",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    host: text().notNull(),
    email: text().notNull(),
    words: text().notNull(),
    /** What they publish to prove it. */
    token: text().notNull(),
    /** SHA-256 of the secret in the link of the mail. */
    linkSha256: bytea().notNull(),
    askedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    mailConfirmedAt: timestamp({ withTimezone: true }),
    /** The host was switched off because of it: by proof, or by staff. */
    switchedOffAt: timestamp({ withTimezone: true }),
    closedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex("opt_out_link").on(t.linkSha256),
    index("opt_out_open_idx").on(t.id).where(sql`closed_at is null`),
  ],
);
