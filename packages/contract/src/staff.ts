import { z } from "zod";
import type { FloorAlarm } from "./floor";
import { LIMITS, type LimitName } from "./limits";
import { roleSchema } from "./roles";
import type { TaskKind } from "./task-kinds";

/** `staff.floor`: the live queue. */
export interface FloorView {
  kinds: {
    kind: TaskKind;
    queued: number;
    reserved: number;
    assigned: number;
    given: number;
    oldestQueuedMs: number | null;
    answered10min: number;
    unsolved10min: number;
    solveP50Ms: number | null;
    solveP95Ms: number | null;
  }[];
  workers: { connected: number; idle: number; working: number };
  rows: OpenTaskRow[];
  ledgerDifferenceMicros: number;
  alarms: FloorAlarm[];
}
export interface OpenTaskRow {
  taskId: number;
  kind: TaskKind;
  state: "queued" | "reserved" | "assigned" | "given";
  customerEmail: string;
  workerEmail: string | null;
  acceptedAtMs: number;
  expiresAtMs: number;
  leaseUntilMs: number | null;
  unreadableVotes: number;
}

/** `staff.accounts`: search by address or account number; key-set by account number, newest first. */
export const staffAccountsSchema = z.object({
  search: z.string().trim().max(200).optional(),
  role: roleSchema.optional(),
  before: z.number().int().positive().max(2_147_483_647).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export interface StaffAccountRow {
  accountId: number;
  email: string;
  name: string;
  role: z.infer<typeof roleSchema>;
  availableMicros: number;
  heldMicros: number;
  pendingMicros: number;
  createdAtMs: number;
  suspendedAtMs: number | null;
}
export interface StaffAccountsPage {
  rows: StaffAccountRow[];
  nextBefore: number | null;
}

/** `staff.account` */
export const staffAccountSchema = z.object({ accountId: z.number().int().positive().max(2_147_483_647) });
/** One account with its limits: `value` is what counts, `usual` the table's. */
export interface StaffAccountDetail extends StaffAccountRow {
  limits: { name: LimitName; value: number; usual: number }[];
  openTasks: number;
  tasks24h: number;
}

const limitNames = Object.keys(LIMITS) as [LimitName, ...LimitName[]];
/** `staff.setAccountLimit` (admin): null sets it back to the usual. */
export const setAccountLimitSchema = z.object({
  accountId: z.number().int().positive().max(2_147_483_647),
  limit: z.enum(limitNames),
  value: z.number().int().min(0).max(1_000_000_000).nullable(),
});

/**
 * `staff.bookDeposit` (admin): a deposit by hand into a customer's account, with its reason. The same `clientId` of the same
 * admin books once, however often it comes.
 */
export const bookDepositSchema = z.object({
  clientId: z
    .string()
    .regex(/^[\w-]{16,64}$/)
    .optional(),
  accountId: z.number().int().positive().max(2_147_483_647),
  amountMicros: z.number().int().min(1).max(1_000_000_000_000),
  reason: z.string().trim().min(3, "Say why").max(500),
});
