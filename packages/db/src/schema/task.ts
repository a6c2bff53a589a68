import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/**
 * Tasks that have ended; rows are inserted once and never updated. Partitioned by range of id (ids are
 * time-ordered), which drizzle cannot say: the migration and domain/partitions make the partitions.
 */
export const task = pgTable(
  "task",
  {
    id: bigint({ mode: "number" }).primaryKey(),
    accountId: integer().notNull(),
    kind: smallint().notNull(),
    /** 4 answered, 5 unsolvable: domain/tasks/states.ts. */
    state: smallint().notNull(),
    /** Why it is unsolvable: contract/error-codes.ts. */
    reason: smallint(),
    priceMicros: integer().notNull(),
    shareMicros: integer().notNull(),
    /** It took a thread of its customer's package: the price is 0, the platform paid the worker. */
    inPackage: boolean().notNull().default(false),
    acceptedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    finishedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    workerId: integer(),
    leaseNo: integer(),
    answer: text(),
    /** Where several workers answered: how many, and how probable the answer is where the customer asked for that. */
    answersCount: smallint(),
    confidence: real(),
  },
  (t) => [
    check("task_state", sql`${t.state} in (4, 5)`),
    check(
      "task_answered",
      sql`(${t.state} = 4) = (${t.answer} is not null) and (${t.state} <> 4 or ${t.workerId} is not null)`,
    ),
    check("task_unsolvable", sql`(${t.state} = 5) = (${t.reason} is not null)`),
    index("task_account_idx").on(t.accountId, t.id),
    index("task_worker_idx").on(t.workerId, t.id).where(sql`worker_id is not null`),
    /** Those that nobody could read: few. */
    index("task_unreadable_idx").on(t.id).where(sql`reason = 1`),
  ],
);

/**
 * What the customer sent: its files without their metadata, one after the other in `bytes`, and what was said about
 * them. The columns describe the first file; `more_files` the others. Inserted once, partitioned like task.
 */
export const taskInput = pgTable("task_input", {
  taskId: bigint({ mode: "number" }).primaryKey(),
  bytes: bytea().notNull(),
  /** 0 no file, 1 png, 2 jpeg, 3 gif, 4 mp3. */
  mediaType: smallint().notNull(),
  widthPx: smallint().notNull(),
  heightPx: smallint().notNull(),
  moreFiles: jsonb().$type<StoredFile[]>(),
  hints: jsonb().$type<Record<string, unknown>>(),
  /** The address that sent it, for the JSON API's `ip`. */
  sender: text(),
});

/** One of `more_files`: where it lies in `bytes` (from 0) and what it is for. */
export interface StoredFile {
  role: "picture" | "instructions";
  offset: number;
  length: number;
  mediaType: number;
  widthPx: number;
  heightPx: number;
}
