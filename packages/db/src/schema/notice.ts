import { bigint, index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** What an account is told of what happened to it; the words stand in contract/notices.ts. */
export const notice = pgTable(
  "notice",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: integer().notNull(),
    notice: text().notNull(),
    params: jsonb().$type<Record<string, string>>().notNull(),
    givenAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    readAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [index("notice_account_idx").on(t.accountId, t.id), index("notice_given_idx").on(t.givenAt)],
);
