import { bigint, index, integer, pgTable, primaryKey, smallint, text, timestamp } from "drizzle-orm/pg-core";

/**
 * The answers of tasks that several workers may answer, in the order in which they became final; those of other tasks
 * stand in `task`. Inserted once, partitioned like task.
 */
export const taskAnswer = pgTable(
  "task_answer",
  {
    taskId: bigint({ mode: "number" }).notNull(),
    /** From 1. */
    no: smallint().notNull(),
    workerId: integer().notNull(),
    leaseNo: integer().notNull(),
    kind: smallint().notNull(),
    answer: text().notNull(),
    answeredAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.no] }),
    index("task_answer_worker_idx").on(t.workerId, t.taskId),
    index("task_answer_kind_idx").on(t.kind, t.taskId),
  ],
);
