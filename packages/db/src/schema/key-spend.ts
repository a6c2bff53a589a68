import { sql } from "drizzle-orm";
import { bigint, check, date, index, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";

/** What the tasks of a key with a budget may cost, by the day (UTC) of their acceptance (domain/api-keys/key-budgets.ts). */
export const keySpend = pgTable(
  "key_spend",
  {
    keyId: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
    micros: bigint({ mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.keyId, t.day] }),
    index("key_spend_day_idx").on(t.day),
    check("key_spend_micros", sql`${t.micros} >= 0`),
  ],
);
