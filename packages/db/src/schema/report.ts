import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, real, smallint, timestamp } from "drizzle-orm/pg-core";

/**
 * What a customer said of an answer, once a task: 1 good, 2 bad. A bad one is open (1) until it is decided: accepted
 * (2), refused (3, the answer was right), found ambiguous (5) or unsolvable (6: nobody can read it); a token's is
 * refunded at once by the platform (4). Good ones are 0.
 */
export const report = pgTable(
  "report",
  {
    taskId: bigint({ mode: "number" }).primaryKey(),
    accountId: integer().notNull(),
    workerId: integer().notNull(),
    kind: smallint().notNull(),
    verdict: smallint().notNull(),
    state: smallint().notNull(),
    reportedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** The worker's v3 score when a v3 token was reported; null for other kinds and where it was not measured. */
    workerScore: real(),
    decidedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    check("report_verdict", sql`${t.verdict} in (1, 2)`),
    check(
      "report_state",
      sql`(${t.verdict} = 1 and ${t.state} = 0) or (${t.verdict} = 2 and ${t.state} in (1, 2, 3, 4, 5, 6))`,
    ),
    index("report_account_idx").on(t.accountId, t.taskId),
    index("report_worker_idx").on(t.workerId, t.taskId),
  ],
);
