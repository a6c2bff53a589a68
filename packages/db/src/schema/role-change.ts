import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

/** A change between moderator and admin, which another admin must approve before it holds. */
export const roleChange = pgTable(
  "role_change",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    accountId: integer().notNull(),
    fromRole: text({ enum: ["moderator", "admin"] }).notNull(),
    toRole: text({ enum: ["moderator", "admin"] }).notNull(),
    reason: text().notNull(),
    state: text({ enum: ["waiting", "approved", "refused"] }).notNull(),
    askedBy: integer().notNull(),
    askedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    decidedBy: integer(),
    decidedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    check("role_change_roles", sql`${t.fromRole} <> ${t.toRole}`),
    check("role_change_second_person", sql`${t.state} <> 'approved' or ${t.decidedBy} <> ${t.askedBy}`),
    uniqueIndex("role_change_waiting_idx").on(t.accountId).where(sql`state = 'waiting'`),
    index("role_change_account_idx").on(t.accountId, t.id),
  ],
);
