import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

/**
 * What packages are on offer: the version in force of a name is the latest one that has begun. Versions are never
 * changed; who has bought keeps what was bought.
 */
export const packagePlan = pgTable(
  "package_plan",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    threads: smallint().notNull(),
    dayMicros: bigint({ mode: "number" }).notNull(),
    weekMicros: bigint({ mode: "number" }).notNull(),
    monthMicros: bigint({ mode: "number" }).notNull(),
    offered: boolean().notNull().default(true),
    effectiveFrom: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    changedBy: integer(),
  },
  (t) => [
    index("package_plan_name_idx").on(t.name, t.effectiveFrom),
    check("package_plan_threads", sql`${t.threads} between 1 and 1000`),
    check(
      "package_plan_prices",
      sql`least(${t.dayMicros}, ${t.weekMicros}, ${t.monthMicros}) >= 1 and greatest(${t.dayMicros}, ${t.weekMicros}, ${t.monthMicros}) <= 100000000000`,
    ),
  ],
);

/**
 * A package that a customer has bought, as it was then. It waits (0) for the one before it to end, runs (1), and has
 * ended (2) or was replaced by a larger one (3). The running one's threads stand in the account's row. Written under
 * the account's lock only.
 */
export const packagePurchase = pgTable(
  "package_purchase",
  {
    /** The cause of its transfers. */
    id: bigint({ mode: "number" }).primaryKey(),
    accountId: integer().notNull(),
    /** Made by the buyer's page: the same again is the same purchase. */
    clientId: text().notNull(),
    name: text().notNull(),
    threads: smallint().notNull(),
    span: text({ enum: ["day", "week", "month"] }).notNull(),
    priceMicros: bigint({ mode: "number" }).notNull(),
    /** Given back for what was left of the smaller package that it replaced. */
    creditMicros: bigint({ mode: "number" }).notNull().default(0),
    state: smallint().notNull(),
    renew: boolean().notNull(),
    boughtAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    startsAt: timestamp({ withTimezone: true, precision: 3 }),
    endsAt: timestamp({ withTimezone: true, precision: 3 }),
    /** What its tasks have paid workers, and for how many answers; counted when pay is confirmed. */
    payMicros: bigint({ mode: "number" }).notNull().default(0),
    answers: integer().notNull().default(0),
  },
  (t) => [
    check("package_purchase_state", sql`${t.state} in (0, 1, 2, 3)`),
    check(
      "package_purchase_times",
      sql`(${t.state} = 0) = (${t.startsAt} is null) and (${t.startsAt} is null) = (${t.endsAt} is null)`,
    ),
    uniqueIndex("package_purchase_client_idx").on(t.accountId, t.clientId),
    uniqueIndex("package_purchase_running_idx").on(t.accountId).where(sql`state = 1`),
    uniqueIndex("package_purchase_waiting_idx").on(t.accountId).where(sql`state = 0`),
    index("package_purchase_ends_idx").on(t.endsAt).where(sql`state = 1`),
    index("package_purchase_account_idx").on(t.accountId, t.id),
  ],
);
