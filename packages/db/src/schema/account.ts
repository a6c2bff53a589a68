import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

/**
 * Whoever holds money: customers and workers alike. `available` can be spent or paid out, `held` is promised to
 * open tasks, `pending` is a worker's pay until its report window closes. The platform's own accounts (ids below
 * 100) have a row for the foreign words only: their balance is the sum of their transfers, so that no row is one
 * that every task locks. Row locks on accounts are taken in the order of id, after those on open tasks.
 *
 * The migration leaves nine tenths of each page free (fillfactor 10): while another session's snapshot keeps the old
 * versions of a busy row, they stay on few pages, and finding the row among them costs a sixth of what it did at 50.
 *
 * The customer's running package stands here too, so that its threads are counted under the lock that every accepted
 * task takes anyway: `threads_max` at once until `threads_until` (0: no package), `threads_running` taken by open tasks,
 * `package_answers` paid in the hour `package_hour` (hours since 1970). What was bought is in package_purchase.
 */
export const account = pgTable(
  "account",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity({ startWith: 1000 }),
    role: text({ enum: ["customer", "worker", "moderator", "admin", "platform"] }).notNull(),
    availableMicros: bigint({ mode: "number" }).notNull().default(0),
    heldMicros: bigint({ mode: "number" }).notNull().default(0),
    pendingMicros: bigint({ mode: "number" }).notNull().default(0),
    threadsMax: smallint().notNull().default(0),
    threadsRunning: smallint().notNull().default(0),
    threadsUntil: timestamp({ withTimezone: true, precision: 3 }),
    /** A task that finds no free thread is paid from the balance instead of refused. */
    packageOverflow: boolean().notNull().default(false),
    packageHour: integer().notNull().default(0),
    packageAnswers: integer().notNull().default(0),
  },
  (t) => [
    check("account_available_not_negative", sql`${t.availableMicros} >= 0`),
    check("account_held_not_negative", sql`${t.heldMicros} >= 0`),
    check("account_pending_not_negative", sql`${t.pendingMicros} >= 0`),
    check("account_threads_max", sql`${t.threadsMax} >= 0`),
    check("account_threads_running_not_negative", sql`${t.threadsRunning} >= 0`),
  ],
);

/** What is rarely written about an account, apart from the money that every task updates. */
export const accountProfile = pgTable("account_profile", {
  accountId: integer()
    .primaryKey()
    .references(() => account.id),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  suspendedAt: timestamp({ withTimezone: true }),
  suspendedReason: text(),
  /** What its holder is shown of what was measured, as it was then (contract/abuse-signals.ts). */
  suspendedEvidence: jsonb().$type<object[]>(),
  /** When it ends by itself; null: when somebody lifts it. */
  suspendedUntil: timestamp({ withTimezone: true }),
  /** Addresses or CIDR blocks that may use this account's keys; empty allows all. */
  allowedAddresses: text().array().notNull().default([]),
  /** Limits that staff set for this account: name to count. Absent names keep the table's value. */
  limitOverrides: jsonb().$type<Record<string, number>>().notNull().default({}),
  /** Notices that are not mailed (contract/notices.ts); they still stand in the app. */
  mutedNotices: text().array().notNull().default([]),
  demo: boolean().notNull().default(false),
});
