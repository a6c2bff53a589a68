import { bigint, index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/**
 * What staff have done, one row an act, in order and without a gap. The database itself numbers the rows, chains each
 * to the one before it by hash and refuses to change or remove any (the migration's triggers): no code of ours can
 * do it otherwise. docs/decisions says what that proves and what not.
 */
export const staffAct = pgTable(
  "staff_act",
  {
    id: bigint({ mode: "number" }).primaryKey(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** The account of who did it; null for the operator at the machine. */
    actorId: integer(),
    act: text().notNull(),
    /** What it was done to, such as `account:1012`. */
    subject: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    reason: text(),
    previousHash: bytea().notNull(),
    hash: bytea().notNull(),
  },
  (t) => [
    index("staff_act_subject_idx").on(t.subject, t.id),
    index("staff_act_actor_idx").on(t.actorId, t.id),
    index("staff_act_act_idx").on(t.act, t.id),
  ],
);

/** One row: where the chain ends, so that acts removed from its end show as well. Only the chain's trigger writes it. */
export const staffActHead = pgTable("staff_act_head", {
  one: integer().primaryKey(),
  lastId: bigint({ mode: "number" }).notNull(),
  lastHash: bytea().notNull(),
});
