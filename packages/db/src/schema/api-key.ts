import { sql } from "drizzle-orm";
import { customType, index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { account } from "./account";

export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A key is 128 random bits, so a plain SHA-256 is enough; only the first six digits are kept readable. */
export const apiKey = pgTable(
  "api_key",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    accountId: integer()
      .notNull()
      .references(() => account.id),
    keySha256: bytea().notNull(),
    prefix: text().notNull(),
    name: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    lastUsedAt: timestamp({ withTimezone: true }),
    revokedAt: timestamp({ withTimezone: true }),
    /** A key whose tasks never reach a worker, in full, so that its owner can be shown it; null for every other key. */
    testKey: text(),
  },
  (t) => [
    uniqueIndex("api_key_sha256").on(t.keySha256),
    index("api_key_account").on(t.accountId),
    uniqueIndex("api_key_test").on(t.accountId).where(sql`test_key is not null and revoked_at is null`),
  ],
);
