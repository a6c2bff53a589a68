import { pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** When the operator was last mailed about an alarm, such as `many_unsolved:image`. As many rows as there are alarms. */
export const alarmMail = pgTable("alarm_mail", {
  alarm: text().primaryKey(),
  mailedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
});
