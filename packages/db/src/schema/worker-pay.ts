import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

/** How far a service has gone through the ledger by cause id: one row a service. */
export const ledgerCursor = pgTable("ledger_cursor", {
  name: text().primaryKey(),
  upToId: bigint({ mode: "number" }).notNull(),
});

/** Pay of a worker for causes in a range of ids, confirmed because its report window has closed: one transfer. */
export const payConfirmation = pgTable(
  "pay_confirmation",
  {
    id: bigint({ mode: "number" }).primaryKey(),
    workerId: integer().notNull(),
    afterId: bigint({ mode: "number" }).notNull(),
    upToId: bigint({ mode: "number" }).notNull(),
    answers: integer().notNull(),
    confirmedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [index("pay_confirmation_worker_idx").on(t.workerId, t.id)],
);

/**
 * Whether a worker who has no task is there: the work page is visible, and when the person last showed to be ready
 * (an answer, or the answer to the ready-check). A pass takes readiness away.
 */
export const workerPresence = pgTable("worker_presence", {
  workerId: integer().primaryKey(),
  visible: boolean().notNull(),
  readyAt: timestamp({ withTimezone: true, precision: 3 }),
});

/**
 * A worker's active time in an hour (hours since 1970) and, when the hour is over and settled, what was earned in it
 * and what the operator's floor added. `top_up_id` is the cause of that transfer.
 */
export const workerHour = pgTable(
  "worker_hour",
  {
    workerId: integer().notNull(),
    hour: integer().notNull(),
    activeMs: integer().notNull(),
    earnedMicros: bigint({ mode: "number" }),
    topUpMicros: bigint({ mode: "number" }),
    topUpId: bigint({ mode: "number" }),
    settledAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    primaryKey({ columns: [t.workerId, t.hour] }),
    index("worker_hour_hour_idx").on(t.hour),
    index("worker_hour_open_idx").on(t.hour).where(sql`settled_at is null`),
    check("worker_hour_active", sql`${t.activeMs} between 0 and 3600000`),
    check("worker_hour_settled", sql`(${t.settledAt} is null) = (${t.earnedMicros} is null)`),
  ],
);
