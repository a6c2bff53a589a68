import { bigint, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** What an admin's form has sent: the same form sent twice books once. */
export const handOrder = pgTable(
  "hand_order",
  {
    orderedBy: integer().notNull(),
    clientId: text().notNull(),
    accountId: integer().notNull(),
    amountMicros: bigint({ mode: "number" }).notNull(),
    orderedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderedBy, t.clientId] })],
);
