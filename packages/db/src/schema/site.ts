import { integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

/** A site that a customer has proved to own: live challenges are taken only for these. */
export const site = pgTable(
  "site",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    accountId: integer().notNull(),
    /** As the WHATWG URL parser reads it: lower case, punycode, without trailing dot and port. */
    host: text().notNull(),
    verifiedAt: timestamp({ withTimezone: true }),
    suspendedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [uniqueIndex("site_account_host").on(t.accountId, t.host)],
);
