import { z } from "zod";

/** `ledger.proof` (staff): what must hold, and what the latest look at it found. */
export interface LedgerProof {
  checks: {
    name: string;
    says: string;
    checkedAtMs: number | null;
    /** The rows that do not agree; none when all is well. */
    differences: { subject: string; difference: number }[];
  }[];
}

const timeMs = z.number().int().min(0).max(8_000_000_000_000);

/** `ledger.statement`: entries of one's own account whose cause began in a period, the newest first. */
export const statementSchema = z
  .object({
    fromMs: timeMs,
    toMs: timeMs,
    /** Causes before this id: the next page. */
    before: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  })
  .refine(({ fromMs, toMs }) => fromMs < toMs, { message: "The period ends before it begins." });

/** One move, as this account sees it. */
export interface StatementEntry {
  causeId: number;
  line: number;
  /** When the cause began. */
  atMs: number;
  /** The posting's name in domain/ledger/postings.ts. */
  posting: string;
  says: string;
  /** What it points to. */
  cause: "task" | "package" | "booking" | "confirmation" | "hour" | "deposit" | "payout" | "other";
  availableMicros: number;
  heldMicros: number;
  pendingMicros: number;
}

export interface StatementPage {
  entries: StatementEntry[];
  nextBefore: number | null;
}

/** `ledger.totals`: balances at the two ends of a period; null when there is too much in it to add up here. */
export interface StatementTotals {
  opening: { availableMicros: number; heldMicros: number; pendingMicros: number } | null;
  closing: { availableMicros: number; heldMicros: number; pendingMicros: number } | null;
}
