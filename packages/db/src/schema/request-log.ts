import { bigint, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/**
 * Calls of the API, many to a row: what an account called within about a second (domain/request-log). One row a call
 * would cost the database as much as the call itself. `entries` is a JSON array; `marks` says what can be filtered
 * for (`code:OK`, `at:/in.php`, `task:123`, `key:4`), so that rows without it are not opened. Partitioned by range of
 * id like task; a day is dropped whole when its time is over.
 */
export const requestLog = pgTable(
  "request_log",
  {
    accountId: integer().notNull(),
    id: bigint({ mode: "number" }).notNull(),
    marks: text().array().notNull(),
    entries: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);
