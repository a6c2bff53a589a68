import { bigint, index, integer, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/**
 * A task whose picture nobody could read: the digest of its bytes and what it looks like, never the picture itself. That
 * is shown from task_input for as long as its account keeps it.
 */
export const imageMark = pgTable(
  "image_mark",
  {
    taskId: bigint({ mode: "number" }).primaryKey(),
    accountId: integer().notNull(),
    kind: smallint().notNull(),
    sha256: bytea().notNull(),
    byteCount: integer().notNull(),
    /** 64 bits in hex: images/perceptual-hash.ts; null where the picture could not be decoded. */
    looks: text(),
    endedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** Staff decided that it does not count. */
    excusedAt: timestamp({ withTimezone: true, precision: 3 }),
    /** Staff have looked at it among others that look alike, and let it be. */
    dismissedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    index("image_mark_account_idx").on(t.accountId, t.taskId),
    index("image_mark_ended_idx").on(t.endedAt),
    index("image_mark_bytes_idx").on(t.accountId, t.sha256),
  ],
);
