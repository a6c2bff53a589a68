import { z } from "zod";

const idSchema = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** `undone` was paid, and the chain has taken it back. */
export type PayoutState = "reserved" | "paid" | "returned" | "undone";

/** `payouts.mine`: a worker's own. */
export interface PayoutView {
  pendingMicros: number;
  confirmedMicros: number;
  /** The one that holds now. */
  address: string | null;
  /** The one that holds from then on. */
  next: { address: string; fromMs: number } | null;
  /** Null where payouts over a chain are not configured. */
  network: { chainId: number; name: string } | null;
  thresholdMicros: number;
  addressDelayHours: number;
  plannedAtMs: number | null;
  /** Why staff hold the payouts; null when they do not. */
  heldReason: string | null;
  payouts: {
    payoutId: number;
    micros: number;
    address: string;
    state: PayoutState;
    txHash: string | null;
    symbol: string;
    atMs: number;
    reason: string | null;
  }[];
}
/** `payouts.setAddress`: with its checksum, and the network that the person saw. */
export const setPayoutAddressSchema = z.object({
  chainId: idSchema,
  address: z.string().trim().min(1, "Enter your address").max(100),
});

/** `payouts.batches` (admin) */
export interface PayoutBatchRow {
  batchId: number;
  symbol: string;
  wallet: string;
  state: "made" | "approved" | "cancelled";
  totalMicros: number;
  /** Over the operator's limit: who made it cannot approve it. */
  needsSecond: boolean;
  madeBy: number;
  madeAtMs: number;
  rows: {
    payoutId: number;
    email: string;
    address: string;
    micros: number;
    state: PayoutState;
    txHash: string | null;
    /** The case in which staff are asked to look at it; null when none is open. */
    caseId: number | null;
  }[];
  transactions: {
    txHash: string;
    state: "entered" | "confirmed" | "failed" | "dropped";
    /**
     * `not_found`, `pending` (a node has it), `replaced` (its number went to another), `unconfirmed`, `moved`,
     * `reverted`, `pays_no_row`; null when all is well. One that is confirmed and has a finding is gone from the chain.
     */
    finding: string | null;
    paidRows: number;
    strayTransfers: number;
    /** Why it was taken off, also when it came after that. */
    dropReason: string | null;
    /** From when on it can be taken off; null while the chain knows it. */
    droppableAtMs: number | null;
  }[];
}
/** How long a transaction must be missing before staff may take it off. */
export const PAYOUT_MISSING_MS = 1_800_000;

/** A transfer of the paying wallet that pays no payout, until staff say what became of it. */
export interface PayoutStray {
  strayId: number;
  batchId: number;
  txHash: string;
  address: string;
  micros: number;
  /** Of the worker whose payout it would have been. */
  email: string | null;
  foundAtMs: number;
}
/** A worker whose payouts staff hold. */
export interface PayoutHold {
  accountId: number;
  email: string;
  /** Confirmed, and not paid out. */
  micros: number;
  reason: string;
  heldAtMs: number;
}
export interface PayoutBatches {
  holds: PayoutHold[];
  batches: PayoutBatchRow[];
  strays: PayoutStray[];
  tokens: string[];
}
/** `payouts.makeBatch` (admin) */
export const makeBatchSchema = z.object({ token: z.string().min(1).max(12) });
/** `payouts.decideBatch` (admin) */
export const decideBatchSchema = z.object({ batchId: idSchema, approve: z.boolean() });
/** `payouts.exportBatch` (admin) */
export const exportBatchSchema = z.object({ batchId: idSchema });
export interface PayoutExport {
  safeJson: string;
  csv: string;
}
/** `payouts.enterTransaction` (admin) */
export const enterTransactionSchema = z.object({
  batchId: idSchema,
  txHash: z
    .string()
    .trim()
    .regex(/^0x[0-9a-fA-F]{64}$/, "A transaction is 0x and 64 symbols, 0 to 9 and a to f"),
});
const reasonSchema = z.string().trim().min(3, "Say why").max(500);
/** `payouts.returnPayout` (admin) */
export const returnPayoutSchema = z.object({ payoutId: idSchema, reason: reasonSchema });
/** `payouts.dropTransaction` (admin): one that the chain does not find. */
export const dropTransactionSchema = enterTransactionSchema.extend({ reason: reasonSchema });
/** `payouts.liftHold` (admin) */
export const liftHoldSchema = z.object({
  accountId: z.number().int().positive().max(2_147_483_647),
  reason: reasonSchema,
});
/** `payouts.settleStray` (admin) */
export const settleStraySchema = z.object({ strayId: idSchema, reason: reasonSchema });
