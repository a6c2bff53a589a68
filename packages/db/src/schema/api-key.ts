import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
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
    /** What it may do: contract/api-keys.ts; null: everything. */
    scopes: text().array(),
    /** Addresses and blocks that may use it, beside the account's own list; empty: as that says. */
    allowedAddresses: text().array().notNull().default([]),
    expiresAt: timestamp({ withTimezone: true }),
    /** What its tasks may cost in a day and in a month (UTC); null: no such limit. */
    dayBudgetMicros: bigint({ mode: "number" }),
    monthBudgetMicros: bigint({ mode: "number" }),
    /** The secret before the last rotation: it works until then. */
    previousSha256: bytea(),
    previousPrefix: text(),
    previousUntil: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex("api_key_sha256").on(t.keySha256),
    uniqueIndex("api_key_previous_sha256").on(t.previousSha256).where(sql`previous_sha256 is not null`),
    check("api_key_budgets", sql`${t.dayBudgetMicros} >= 0 and ${t.monthBudgetMicros} >= 0`),
    index("api_key_account").on(t.accountId),
    uniqueIndex("api_key_test").on(t.accountId).where(sql`test_key is not null and revoked_at is null`),
  ],
);
