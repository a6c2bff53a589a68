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
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/**
 * All that is kept of an account as one file, on its way: being made (0), ready (1), failed (2). It is made step by step
 * (domain/my-data): each step adds a part, so a process that dies leaves nothing to repair.
 */
export const dataExport = pgTable(
  "data_export",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    accountId: integer().notNull(),
    userId: text().notNull(),
    state: smallint().notNull().default(0),
    /** The number of the next part. */
    step: integer().notNull().default(0),
    /** Which file of the list is being written, and where its next part begins (null: at its beginning). */
    section: smallint().notNull().default(0),
    cursor: text(),
    rowsDone: integer().notNull().default(0),
    /** Checksum of the file that is being written, so far. */
    crc: bigint({ mode: "number" }).notNull().default(0),
    attempts: smallint().notNull().default(0),
    askedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    readyAt: timestamp({ withTimezone: true, precision: 3 }),
    /** Then it is gone, whatever its state. */
    expiresAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    check("data_export_state", sql`${t.state} in (0, 1, 2)`),
    check("data_export_ready", sql`(${t.state} = 1) = (${t.readyAt} is not null)`),
    uniqueIndex("data_export_made_idx").on(t.accountId).where(sql`state = 0`),
    index("data_export_account_idx").on(t.accountId, t.id),
    index("data_export_expiry_idx").on(t.expiresAt),
  ],
);

/** A piece of one of its files, packed as raw deflate that ends on a byte, so that pieces are joined as they are. */
export const dataExportPart = pgTable(
  "data_export_part",
  {
    exportId: integer()
      .notNull()
      .references(() => dataExport.id, { onDelete: "cascade" }),
    step: integer().notNull(),
    file: text().notNull(),
    packed: bytea().notNull(),
    rawBytes: integer().notNull(),
    /** Checksum of its file up to its end. */
    crc: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.exportId, t.step] })],
);
