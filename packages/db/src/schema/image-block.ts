import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/**
 * Pictures that are not taken: exactly these bytes, of one account or (`account_id` null) of everybody. `set_by` is null
 * for those that follow from three votes; they end by themselves. Kept as history after their end.
 */
export const imageBlock = pgTable(
  "image_block",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    accountId: integer(),
    sha256: bytea().notNull(),
    byteCount: integer().notNull(),
    /** A task that had this picture. */
    taskId: bigint({ mode: "number" }).notNull(),
    setBy: integer(),
    reason: text().notNull(),
    setAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** Null: when staff lift it. */
    endsAt: timestamp({ withTimezone: true, precision: 3 }),
    liftedAt: timestamp({ withTimezone: true, precision: 3 }),
    liftedBy: integer(),
    liftReason: text(),
  },
  (t) => [
    uniqueIndex("image_block_bytes_idx")
      .on(sql`coalesce(account_id, 0)`, t.sha256)
      .where(sql`lifted_at is null`),
    index("image_block_task_idx").on(t.taskId),
  ],
);
