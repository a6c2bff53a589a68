import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  timestamp,
} from "drizzle-orm/pg-core";

/**
 * What changed a worker's skill in one kind, once for each cause: answers that others confirmed or contradicted (1),
 * reports that a person decided (2) and gold tasks (4), all by the task's id; and estimates anew from all answers (3), by their run.
 * Kept for a while only (domain/quality/keep-skill-changes.ts).
 */
export const skillChange = pgTable(
  "skill_change",
  {
    workerId: integer().notNull(),
    kind: smallint().notNull(),
    cause: smallint().notNull(),
    causeId: bigint({ mode: "number" }).notNull(),
    /** What was added to the weights of worker_standing; an estimate anew may take away. */
    rightWeight: doublePrecision().notNull(),
    wrongWeight: doublePrecision().notNull(),
    /** Of an answer: how probably right the last estimate found it; null: no estimate thought otherwise than at first. */
    estimatedRight: doublePrecision(),
    changedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workerId, t.kind, t.cause, t.causeId] }),
    check("skill_change_cause", sql`${t.cause} in (1, 2, 3, 4)`),
    index("skill_change_worker_idx").on(t.workerId, t.changedAt),
    index("skill_change_changed_idx").on(t.changedAt),
  ],
);
