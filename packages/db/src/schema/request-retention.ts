import { sql } from "drizzle-orm";
import { bigint, check, integer, pgTable, smallint } from "drizzle-orm/pg-core";

/** For how long an account's calls are kept, where it has chosen. No row: as long as the operator keeps them. */
export const requestRetention = pgTable(
  "request_retention",
  {
    accountId: integer().primaryKey(),
    days: smallint().notNull(),
    /** The account's rows of the log up to this id have been gone through. */
    sweptTo: bigint({ mode: "number" }).notNull(),
  },
  (t) => [check("request_retention_days", sql`${t.days} between 1 and 90`)],
);
