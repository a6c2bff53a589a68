import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Hosts that are switched off, with every name under them, whoever has verified them. Gone when switched on again. */
export const hostSwitch = pgTable("host_switch", {
  host: text().primaryKey(),
  reason: text().notNull(),
  offAt: timestamp({ withTimezone: true }).notNull(),
  /** The member of staff; null when the site's owner opted out. */
  offBy: integer(),
});
