import { boolean, integer, pgTable } from "drizzle-orm/pg-core";

/** How a customer's tasks meet the crowd. No row: as usual. */
export const crowdSetting = pgTable("crowd_setting", {
  accountId: integer().primaryKey(),
  /** Tasks go to the customer's own screen, free, and never to workers. */
  sandbox: boolean().notNull().default(false),
  /** Tasks of which the crowd was sure may be proposed as gold tasks. */
  sharesGold: boolean().notNull().default(false),
});
