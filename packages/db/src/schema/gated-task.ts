import { bigint, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * Tasks that the gate of the dispatch must ask about, beside all challenges: pictures that belong to a site, and
 * challenges whose page is being loaded through their customer's proxy. Written before the task, so that no process
 * can hand it out unasked; swept long after the task's end (domain/sites/sweep-gated-tasks.ts).
 */
export const gatedTask = pgTable(
  "gated_task",
  {
    taskId: bigint({ mode: "number" }).primaryKey(),
    /** The host whose site must stand; null where the task itself names it. */
    host: text(),
    /** Nobody gets it before: the page check is under way, or its process has died and it is not made again. */
    heldUntil: timestamp({ withTimezone: true, precision: 3 }),
    createdAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [index("gated_task_created_idx").on(t.createdAt)],
);
