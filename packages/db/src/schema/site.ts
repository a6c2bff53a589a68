import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

/**
 * A site that a customer has proved to own, or is about to: live challenges are taken only for those that are
 * verified, approved and not suspended, and whose host nobody has switched off (domain/sites/site-book.ts).
 */
export const site = pgTable(
  "site",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    accountId: integer().notNull(),
    /** As the WHATWG URL parser reads it: lower case, punycode, without trailing dot and port. */
    host: text().notNull(),
    /** Names under it count too; proved by DNS only. */
    subdomains: boolean().notNull().default(false),
    method: text({ enum: ["dns", "file", "meta"] })
      .notNull()
      .default("dns"),
    /** What the owner publishes: made for this account and this host. */
    token: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    /** Its proof was found for the first time. */
    verifiedAt: timestamp({ withTimezone: true, precision: 3 }),
    /** The last check that found the proof, and the last one whatever it found. */
    lastGoodAt: timestamp({ withTimezone: true, precision: 3 }),
    lastCheckedAt: timestamp({ withTimezone: true, precision: 3 }),
    /** While verified: when the service checks it again. */
    nextCheckAt: timestamp({ withTimezone: true, precision: 3 }),
    /** Wrong answers one after another; time-outs do not count. */
    failures: smallint().notNull().default(0),
    suspendedAt: timestamp({ withTimezone: true }),
    suspendedReason: text(),
    /** By staff; the first site of an account waits for it. */
    approvedAt: timestamp({ withTimezone: true }),
    refusedAt: timestamp({ withTimezone: true }),
    refusedReason: text(),
  },
  (t) => [
    uniqueIndex("site_account_host").on(t.accountId, t.host),
    index("site_check_due_idx").on(t.nextCheckAt).where(sql`next_check_at is not null`),
    index("site_waiting_idx").on(t.id).where(sql`approved_at is null and refused_at is null`),
    check("site_scope", sql`not ${t.subdomains} or ${t.method} = 'dns'`),
    check("site_decided", sql`${t.approvedAt} is null or ${t.refusedAt} is null`),
    check("site_suspended", sql`(${t.suspendedAt} is null) = (${t.suspendedReason} is null)`),
  ],
);
