import { index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { authUser } from "./auth";

/** A one-time link that was mailed to a user. The secret stands in the mail alone; its hash is kept. */
export const authLink = pgTable(
  "auth_link",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    purpose: text({ enum: ["confirm_email", "reset_password"] }).notNull(),
    userId: text()
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    tokenSha256: text().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex("auth_link_token").on(t.tokenSha256), index("auth_link_user").on(t.userId)],
);
