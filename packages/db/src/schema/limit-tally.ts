import { bigint, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * How many events each process has counted towards limits that are kept in memory, since it met the subject: the
 * others add what is new to their own counts. Unlogged: after a crash of the database the counts begin again.
 */
export const limitTally = pgTable(
  "limit_tally",
  {
    process: uuid().notNull(),
    name: text().notNull(),
    subject: text().notNull(),
    total: bigint({ mode: "number" }).notNull(),
    changedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.process, t.name, t.subject] }),
    index("limit_tally_changed_idx").on(t.changedAt),
  ],
);
