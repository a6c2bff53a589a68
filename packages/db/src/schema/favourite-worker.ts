import { index, integer, pgTable, primaryKey, timestamp } from "drizzle-orm/pg-core";

/** Workers whose answers a customer has reported as good: the first choice for this customer's tasks. */
export const favouriteWorker = pgTable(
  "favourite_worker",
  {
    customerId: integer().notNull(),
    workerId: integer().notNull(),
    since: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.workerId] }),
    index("favourite_worker_worker_idx").on(t.workerId, t.since),
  ],
);
