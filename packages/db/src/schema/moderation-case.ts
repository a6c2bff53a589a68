import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

/**
 * Something that a person of the staff has to decide. Open (0) until the verdicts it needs are there; then it waits
 * out the time to take the last one back (1); then the verdict is carried out, in the transaction that decides it (2).
 * Who works on it holds it by `claimed_by` until `claimed_until`. What was escalated is for admins.
 */
export const moderationCase = pgTable(
  "moderation_case",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    kind: text().notNull(),
    state: smallint().notNull().default(0),
    /** What it is about, such as `task:1234`; not twice open in one kind. */
    subject: text().notNull(),
    taskId: bigint({ mode: "number" }),
    /** The customer, or whoever is to hear of the decision. */
    accountId: integer(),
    workerId: integer(),
    /** What the kind has to say beside that. */
    about: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    openedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    deadlineAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** 2: two moderators read it, each without the other's verdict. */
    readersWanted: smallint().notNull().default(1),
    escalatedAt: timestamp({ withTimezone: true, precision: 3 }),
    claimedBy: integer(),
    claimedUntil: timestamp({ withTimezone: true, precision: 3 }),
    effectAt: timestamp({ withTimezone: true, precision: 3 }),
    decidedAt: timestamp({ withTimezone: true, precision: 3 }),
    verdict: text(),
  },
  (t) => [
    check("moderation_case_state", sql`${t.state} in (0, 1, 2)`),
    check("moderation_case_waiting", sql`(${t.state} = 1) = (${t.effectAt} is not null)`),
    check(
      "moderation_case_decided",
      sql`(${t.state} = 2) = (${t.decidedAt} is not null) and (${t.state} <> 2 or ${t.verdict} is not null)`,
    ),
    uniqueIndex("moderation_case_subject_idx").on(t.kind, t.subject).where(sql`state <> 2`),
    index("moderation_case_open_idx").on(t.deadlineAt, t.id).where(sql`state = 0`),
    index("moderation_case_effect_idx").on(t.effectAt).where(sql`state = 1`),
    index("moderation_case_account_idx").on(t.accountId, t.id),
    index("moderation_case_task_idx").on(t.taskId).where(sql`task_id is not null`),
  ],
);

/** What a moderator read by themselves before they were shown what others say; and then what they decided. */
export const moderationVerdict = pgTable(
  "moderation_verdict",
  {
    caseId: integer()
      .notNull()
      .references(() => moderationCase.id),
    moderatorId: integer().notNull(),
    reading: text(),
    readAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    verdict: text(),
    /** Whether the worker's pay is taken back; a refund never does that by itself. */
    takesPayBack: boolean().notNull().default(false),
    reasonCode: text(),
    note: text(),
    givenAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.moderatorId] }),
    index("moderation_verdict_given_idx").on(t.givenAt).where(sql`given_at is not null`),
  ],
);
