import { index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { account } from "./account";

/** Somebody who is asked to use a customer's account with a log-in of their own. The link's secret is kept as its hash. */
export const teamInvitation = pgTable(
  "team_invitation",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    accountId: integer()
      .notNull()
      .references(() => account.id),
    email: text().notNull(),
    role: text({ enum: ["owner", "developer", "billing", "reader"] }).notNull(),
    tokenSha256: text().notNull(),
    invitedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    expiresAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    uniqueIndex("team_invitation_token").on(t.tokenSha256),
    uniqueIndex("team_invitation_email").on(t.accountId, t.email),
    index("team_invitation_expires").on(t.expiresAt),
  ],
);
