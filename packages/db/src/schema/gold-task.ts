import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { bytea } from "./api-key";
import type { StoredFile } from "./task";

/**
 * Tasks whose answers are known, which workers get among the others: the operator's own material, and tasks whose
 * customers allow it and whose answers several workers were sure of (proposed until staff accept). Input as in task_input.
 */
export const goldTask = pgTable(
  "gold_task",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    kind: smallint().notNull(),
    /** 1 proposed, 2 in use, 3 retired. */
    state: smallint().notNull(),
    bytes: bytea().notNull(),
    mediaType: smallint().notNull(),
    widthPx: smallint().notNull(),
    heightPx: smallint().notNull(),
    moreFiles: jsonb().$type<StoredFile[]>(),
    hints: jsonb().$type<Record<string, unknown>>(),
    /** Each is right; in the form of `task.answer`. */
    answers: text().array().notNull(),
    /** The task it was taken from, and how sure its answer was. */
    sourceTaskId: bigint({ mode: "number" }),
    confidence: real(),
    /** Of staff; null for one that was proposed. */
    addedBy: integer(),
    addedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    check("gold_task_state", sql`${t.state} in (1, 2, 3)`),
    check("gold_task_answers", sql`cardinality(${t.answers}) between 1 and 20`),
    index("gold_task_kind_idx").on(t.kind, t.state, t.id),
    uniqueIndex("gold_task_source_idx").on(t.sourceTaskId),
  ],
);

/** Which worker has had which gold task, as which task, and what came of it. Kept: nobody gets one twice. */
export const goldShowing = pgTable(
  "gold_showing",
  {
    goldId: integer().notNull(),
    workerId: integer().notNull(),
    taskId: bigint({ mode: "number" }).notNull(),
    kind: smallint().notNull(),
    /** The stage of worker_standing in which it was shown. */
    stage: smallint().notNull(),
    shownAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** 1 right, 2 wrong, 3 one glyph off that looks alike, 4 not answered; null: not judged yet. */
    outcome: smallint(),
    answer: text(),
    judgedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    primaryKey({ columns: [t.goldId, t.workerId] }),
    check("gold_showing_outcome", sql`${t.outcome} in (1, 2, 3, 4)`),
    check("gold_showing_judged", sql`(${t.outcome} is null) = (${t.judgedAt} is null)`),
    uniqueIndex("gold_showing_task_idx").on(t.taskId),
    index("gold_showing_worker_idx").on(t.workerId, t.kind, t.shownAt),
    index("gold_showing_open_idx").on(t.workerId, t.taskId).where(sql`outcome is null`),
  ],
);
