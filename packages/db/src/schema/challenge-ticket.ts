import { bigint, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./api-key";

/**
 * The one-time way into the challenge frame: of a worker, for a lease, or (no task) for measuring the worker's v3
 * score. The ticket itself is in the address alone; the table keeps its hash.
 */
export const challengeTicket = pgTable(
  "challenge_ticket",
  {
    ticketSha256: bytea().primaryKey(),
    workerId: integer().notNull(),
    taskId: bigint({ mode: "number" }),
    leaseNo: integer(),
    nonce: text().notNull(),
    /** The page that opened the frame, and the only one that it may speak to. */
    appOrigin: text().notNull(),
    issuedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    usedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [
    index("challenge_ticket_worker_idx").on(t.workerId, t.issuedAt),
    index("challenge_ticket_issued_idx").on(t.issuedAt),
  ],
);
