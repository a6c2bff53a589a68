import { index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/**
 * What did not work for an account a moment ago and is refused for ten minutes: a site key with its page, which the
 * widget itself refused, or a proxy that the page could not be loaded through. Only digests: proxies hold passwords.
 */
export const badTarget = pgTable(
  "bad_target",
  {
    accountId: integer().notNull(),
    what: text({ enum: ["pair", "proxy"] }).notNull(),
    digest: bytea().notNull(),
    untilAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.what, t.digest] }),
    index("bad_target_until_idx").on(t.untilAt),
  ],
);
