import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

/**
 * Tasks that have not ended: narrow, few, and rewritten several times in their life. The states and who may
 * change them stand in domain/tasks/states.ts; the checks below refuse a row that no state allows. `lease_until`
 * is the end of the lease while assigned, and the end of the time to take back while given. No foreign keys: they
 * would lock account rows out of order, and rows are written by a few statements only.
 */
export const openTask = pgTable(
  "open_task",
  {
    id: bigint({ mode: "number" }).primaryKey(),
    accountId: integer().notNull(),
    kind: smallint().notNull(),
    state: smallint().notNull(),
    priceMicros: integer().notNull(),
    shareMicros: integer().notNull(),
    /** Set aside for it: at least the price; what is not captured is given back at the end. */
    holdMicros: integer().notNull(),
    /** Takes a thread of its customer's package instead of money: price and hold are 0. */
    inPackage: boolean().notNull().default(false),
    leaseMs: integer().notNull(),
    acceptedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    expiresAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    workerId: integer(),
    leaseNo: integer().notNull().default(0),
    leaseUntil: timestamp({ withTimezone: true, precision: 3 }),
    unreadableVotes: smallint().notNull().default(0),
    /** Workers who have had it and may not get it again. */
    triedBy: integer().array(),
    /** Its end makes its row in `callback` due. */
    hasCallback: boolean().notNull().default(false),
    /** The one account on whose screen it may appear (a sandbox, gold: the platform's account 5); null: any worker's. */
    onlyFor: integer(),
    /** What its worker should know: a language or a script; an ISO code, or Cyrl or Latn. */
    language: text(),
    /** The least score that a v3 challenge asks of its worker. */
    minScore: real(),
    /** The answer that may still be taken back. */
    answer: text(),
    /** Only where several workers may answer (domain/quality): how many at most, and how many have, in task_answer. */
    answersMax: smallint(),
    answersCount: smallint(),
    /** When their answers are enough: contract/recognition.ts. */
    recognition: jsonb(),
    /** How probable each reading was when another answer was asked for (quality/answer-value.ts); null: none yet. */
    doubt: real().array(),
    /** Why it ends, when it was to end after somebody had answered. */
    closedFor: smallint(),
  },
  (t) => [
    check("open_task_state", sql`${t.state} in (0, 1, 2, 3, 6)`),
    check("open_task_queued", sql`${t.state} <> 0 or (${t.workerId} is null and ${t.leaseUntil} is null)`),
    check(
      "open_task_reserved",
      sql`${t.state} <> 1 or (${t.workerId} is not null and ${t.leaseUntil} is null)`,
    ),
    check(
      "open_task_assigned",
      sql`${t.state} <> 2 or (${t.workerId} is not null and ${t.leaseUntil} is not null)`,
    ),
    check(
      "open_task_given",
      sql`(${t.state} = 3) = (${t.answer} is not null) and (${t.state} <> 3 or (${t.workerId} is not null and ${t.leaseUntil} is not null))`,
    ),
    check(
      "open_task_price",
      sql`${t.shareMicros} >= 0 and case when ${t.inPackage} or ${t.accountId} = 5 then ${t.priceMicros} = 0 and ${t.holdMicros} = 0 else ${t.priceMicros} >= ${t.shareMicros} and ${t.holdMicros} >= ${t.priceMicros} end`,
    ),
    check(
      "open_task_weighed",
      sql`${t.state} <> 6 or (${t.workerId} is null and ${t.leaseUntil} is null and ${t.answersMax} is not null)`,
    ),
    check(
      "open_task_several",
      sql`(${t.answersMax} is null) = (${t.answersCount} is null) and (${t.answersMax} is null) = (${t.recognition} is null)`,
    ),
    check("open_task_votes", sql`${t.unreadableVotes} between 0 and 2`),
    /** Tasks of sandboxes and test keys: few, and no cost for the others. */
    index("open_task_only_for_idx").on(t.onlyFor, t.id).where(sql`only_for is not null and state = 0`),
    index("open_task_queued_idx").on(t.id).where(sql`state = 0`),
    index("open_task_reserved_idx").on(t.id).where(sql`state = 1`),
    index("open_task_weighed_idx").on(t.id).where(sql`state = 6`),
    index("open_task_worker_idx").on(t.workerId, t.id).where(sql`worker_id is not null`),
    index("open_task_lease_idx").on(t.leaseUntil).where(sql`lease_until is not null`),
    index("open_task_expiry_idx").on(t.expiresAt),
    index("open_task_account_idx").on(t.accountId, t.id),
  ],
);
