import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, smallint, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/**
 * What an account was seen with in the last 30 days: 1 an address, 2 a browser's own mark, 3 a payout address. Kept
 * as hashes: whether two accounts share one is all that is ever asked. `linkedAt` is null while the service that
 * looks for accounts with the same one has not looked yet.
 */
export const accountTrace = pgTable(
  "account_trace",
  {
    accountId: integer().notNull(),
    sort: smallint().notNull(),
    hash: bytea().notNull(),
    seenAt: timestamp({ withTimezone: true }).notNull(),
    linkedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.sort, t.hash] }),
    check("account_trace_sort", sql`${t.sort} in (1, 2, 3)`),
    index("account_trace_hash_idx").on(t.sort, t.hash),
    index("account_trace_unlinked_idx").on(t.seenAt).where(sql`linked_at is null`),
    index("account_trace_seen_idx").on(t.seenAt),
  ],
);

/** A worker and another account that were seen with the same thing; `sorts` says with which. */
export const accountLink = pgTable(
  "account_link",
  {
    workerId: integer().notNull(),
    otherId: integer().notNull(),
    sorts: smallint().array().notNull(),
    until: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.workerId, t.otherId] }), index("account_link_until_idx").on(t.until)],
);
