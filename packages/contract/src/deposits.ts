import { z } from "zod";

/** A row of `booking` (by hand) or of `chain_deposit`; their ids come from one source. */
const depositIdSchema = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const reasonSchema = z.string().trim().min(3, "Say why").max(500);
const amountSchema = z.number().int().min(1).max(1_000_000_000_000);

/** The chain as its watcher last saw it. */
export interface ChainView {
  chainId: number;
  name: string;
  confirmations: number;
  headBlock: number | null;
  headAtMs: number | null;
  /** Why it cannot be read now: `unreachable`, `timeout`, `refused`, `wrong_network`, `behind`. */
  failure: string | null;
  deepReorgAtMs: number | null;
  tokens: { symbol: string; address: string; accepted: boolean }[];
}

/** `seen` waits for confirmations; `vanished` was taken back by a reorganisation; the others are decided. */
export type DepositState = "seen" | "vanished" | "booked" | "too_small" | "unsupported" | "reversed";

export interface DepositRow {
  depositId: number;
  source: "chain" | "hand";
  state: DepositState;
  /** What stands in the balance, or will; null for what is not accepted. */
  amountMicros: number | null;
  /** As the chain counts: `12.34` and `USDC`; null by hand. */
  amount: string | null;
  symbol: string | null;
  /** What is less than a micro-dollar and so is not booked: `0.00000089`; null for none. */
  dust: string | null;
  txHash: string | null;
  /** While it is seen: of how many it has so many. */
  confirmations: number | null;
  confirmationsNeeded: number | null;
  atMs: number;
  reason: string | null;
}

/** `billing.view` */
export interface BillingView {
  availableMicros: number;
  heldMicros: number;
  /** Null where deposits over a chain are not configured. */
  chain: ChainView | null;
  depositMinimumMicros: number;
  /** With its checksum; null before the first was asked for. */
  address: string | null;
  billedTo: string;
  alertBelowMicros: number | null;
}
/** `billing.giveAddress`: `fresh` makes another; old ones go on working. */
export const giveAddressSchema = z.object({ fresh: z.boolean().default(false) });

/** `billing.deposits`: newest first, by key-set. */
export const depositsSchema = z.object({
  before: depositIdSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export interface DepositsPage {
  rows: DepositRow[];
  nextBefore: number | null;
}

/** `billing.receipt`: of a deposit that is booked. */
export const receiptSchema = z.object({ depositId: depositIdSchema });
export interface Receipt {
  deposit: DepositRow;
  number: string;
  issuer: string;
  billedTo: string;
  email: string;
}

/** `billing.setProfile` */
export const billingProfileSchema = z.object({
  billedTo: z.string().trim().max(1_000),
  alertBelowMicros: amountSchema.nullable(),
});

/** `deposits.list` (admin): what waits for staff first, then the newest. */
export interface StaffDepositRow extends DepositRow {
  accountId: number;
  email: string;
  /** Booked, and no longer on the chain. */
  missing: boolean;
}
export interface StaffDepositsPage {
  rows: StaffDepositRow[];
  nextBefore: number | null;
}
export interface WaitingBooking {
  bookingId: number;
  accountId: number;
  email: string;
  amountMicros: number;
  reason: string;
  askedByEmail: string;
  askedAtMs: number;
  /** Whoever asked cannot approve. */
  isMine: boolean;
}
/** `deposits.state` (admin) */
export interface DepositsState {
  chain: ChainView | null;
  waiting: WaitingBooking[];
  settings: PaymentSettings;
}
/** `deposits.decide` (admin): another admin than the one who asked. */
export const decideBookingSchema = z.object({ bookingId: depositIdSchema, approve: z.boolean() });
/** `deposits.bookByHand` (admin): of a chain's deposit that is not booked by itself. */
export const bookChainDepositSchema = z.object({
  depositId: depositIdSchema,
  amountMicros: amountSchema,
  reason: reasonSchema,
});
/** `deposits.reverse` (admin): of a booked deposit that the chain took back. */
export const reverseDepositSchema = z.object({ depositId: depositIdSchema, reason: reasonSchema });

/** `deposits.setSettings` (admin) */
export const paymentSettingsSchema = z.object({
  depositMinimumMicros: z.number().int().min(0).max(1_000_000_000_000),
  handBookingAloneMicros: z.number().int().min(0).max(1_000_000_000_000),
  payoutThresholdMicros: z.number().int().min(0).max(1_000_000_000_000),
  payoutAloneMicros: z.number().int().min(0).max(1_000_000_000_000),
  payoutAddressDelayHours: z.number().int().min(0).max(720),
  payoutWallet: z.string().trim().max(42).nullable(),
  payoutWeekday: z.number().int().min(0).max(6).nullable(),
  payoutsPlannedAtMs: z.number().int().positive().max(8_640_000_000_000_000).nullable(),
  issuer: z.string().trim().max(1_000),
});
export type PaymentSettings = z.infer<typeof paymentSettingsSchema>;

/** What booking by hand came to: over the operator's limit it waits for another admin. */
export interface HandBookingReply {
  waits: boolean;
}
