import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, real, smallint, timestamp } from "drizzle-orm/pg-core";

/** How a customer wants tasks of a kind recognised where one answer is not enough; no row: one answer. */
export const recognitionSetting = pgTable(
  "recognition_setting",
  {
    accountId: integer().notNull(),
    kind: smallint().notNull(),
    answersMin: smallint().notNull(),
    answersMax: smallint().notNull(),
    /** 100 % recognition: so many answers must agree. */
    matchesMin: smallint(),
    /** Confidence mode: so probable must the best reading be. */
    confidenceMin: real(),
    changedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.kind] }),
    check(
      "recognition_setting_answers",
      sql`1 <= ${t.answersMin} and ${t.answersMin} <= ${t.answersMax} and ${t.answersMax} <= 10`,
    ),
    check("recognition_setting_mode", sql`(${t.matchesMin} is null) <> (${t.confidenceMin} is null)`),
    check("recognition_setting_matches", sql`${t.matchesMin} between 2 and ${t.answersMax}`),
    check("recognition_setting_confidence", sql`${t.confidenceMin} between 0.5 and 0.9991`),
  ],
);
