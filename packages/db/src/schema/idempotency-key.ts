import { bigint, index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/** A submission that was sent with Idempotency-Key and accepted; remembered for 24 hours. */
export const idempotencyKey = pgTable(
  "idempotency_key",
  {
    accountId: integer().notNull(),
    key: text().notNull(),
    bodySha256: bytea().notNull(),
    taskId: bigint({ mode: "number" }).notNull(),
    usedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.key] }), index("idempotency_key_used_idx").on(t.usedAt)],
);
