import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";

/** What a customer used in a month that is over, as it was then. Numbers have no gaps; a row is never changed. */
export const invoice = pgTable(
  "invoice",
  {
    number: integer().primaryKey(),
    accountId: integer().notNull(),
    /** In UTC: `2026-11`. */
    month: text().notNull(),
    /** As packages/contract/src/invoices.ts has them. */
    lines: jsonb().notNull(),
    totalMicros: bigint({ mode: "number" }).notNull(),
    issuer: text().notNull(),
    billedTo: text().notNull(),
    email: text().notNull(),
    issuedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    unique("invoice_account_month").on(t.accountId, t.month),
    check("invoice_number", sql`${t.number} > 0`),
  ],
);

/** How far a month's invoices are written. */
export const invoiceMonth = pgTable("invoice_month", {
  month: text().primaryKey(),
  afterAccountId: integer().notNull().default(0),
  done: boolean().notNull().default(false),
});
