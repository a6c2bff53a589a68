import { integer, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";

/** Kinds that staff have drained (no new tasks) or paused (none handed out either). Gone when opened again. */
export const kindSwitch = pgTable("kind_switch", {
  kind: smallint().primaryKey(),
  mode: text({ enum: ["drain", "pause"] }).notNull(),
  reason: text().notNull(),
  setBy: integer().notNull(),
  setAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
});
