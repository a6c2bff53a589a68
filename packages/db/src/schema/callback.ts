import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/**
 * The call that a customer wants at the end of a task: written with the task (0 waiting), due in the commit that ends
 * it (1), then delivered (2) or given up (3). A delivery that was cut off is made again: twice is allowed, never
 * none. One row a task.
 */
export const callback = pgTable(
  "callback",
  {
    taskId: bigint({ mode: "number" }).primaryKey(),
    accountId: integer().notNull(),
    url: text().notNull(),
    state: smallint().notNull().default(0),
    attempts: smallint().notNull().default(0),
    /** While due: when the next attempt may begin. */
    nextAttemptAt: timestamp({ withTimezone: true, precision: 3 }),
    lastAttemptAt: timestamp({ withTimezone: true, precision: 3 }),
    lastStatus: smallint(),
    /** Named reason of the last failure: domain/callbacks/callback-failures.ts. */
    lastFailure: text(),
    deliveredAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    check("callback_state", sql`${t.state} in (0, 1, 2, 3)`),
    check("callback_due", sql`(${t.state} = 1) = (${t.nextAttemptAt} is not null)`),
    index("callback_due_idx").on(t.nextAttemptAt).where(sql`state = 1`),
    index("callback_account_idx").on(t.accountId, t.taskId),
  ],
);

/** Hosts that an account may be called back at; registered from an address that the host resolves to. */
export const callbackHost = pgTable(
  "callback_host",
  {
    accountId: integer().notNull(),
    host: text().notNull(),
    /** 0: every port. */
    port: integer().notNull().default(0),
    registeredAt: timestamp({ withTimezone: true }).notNull(),
    /** Calls that failed one after another since this time; a long run of them switches the host off. */
    failingSince: timestamp({ withTimezone: true }),
    switchedOffAt: timestamp({ withTimezone: true }),
    /** Why the last of these calls failed: domain/outbound/safe-request.ts. */
    lastFailure: text(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.host, t.port] })],
);

/** Signs an account's callbacks (Standard Webhooks); encrypted with the server's secret. */
export const callbackSecret = pgTable("callback_secret", {
  accountId: integer().primaryKey(),
  sealed: bytea().notNull(),
  /** The one before it signs as well until then. */
  previousSealed: bytea(),
  previousUntil: timestamp({ withTimezone: true }),
  createdAt: timestamp({ withTimezone: true }).notNull(),
});
