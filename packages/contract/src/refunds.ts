import { z } from "zod";
import { type TaskKind, taskKindSchema } from "./task-kinds";
import { taskIdSchema } from "./work";

const accountIdSchema = z.number().int().positive().max(2_147_483_647);

/** So many tasks are given back at once at most; a larger set goes in parts. */
export const BULK_REFUND_MAX = 500;
/** What staff give back to one account within 24 hours ends here, whoever gives it. */
export const BULK_REFUND_DAY_MAX_MICROS = 200_000_000;

/** What one admin gives one account within 24 hours without a second: this, or the operator's limit if that is lower. */
export const BULK_REFUND_ALONE_MAX_MICROS = 50_000_000;

/** `refunds.preview` (admin): which answered tasks of one account would be given back, and what that moves. A dry run. */
export const bulkRefundFilterSchema = z
  .object({
    accountId: accountIdSchema,
    kind: taskKindSchema.optional(),
    workerId: accountIdSchema.optional(),
    fromMs: z.number().int().min(0),
    toMs: z.number().int().min(0),
  })
  .refine(({ fromMs, toMs }) => fromMs < toMs, { path: ["toMs"], error: "The end lies after the start" });
export type BulkRefundFilter = z.output<typeof bulkRefundFilterSchema>;

export interface BulkRefundPreview {
  email: string | null;
  tasks: {
    taskId: number;
    kind: TaskKind;
    workerEmail: string | null;
    chargedMicros: number;
    acceptedAtMs: number;
  }[];
  micros: number;
  /** There are more than one part holds. */
  more: boolean;
  /** Left out: they wait for a moderator, who decides about their money. */
  openReports: number;
  refunded24hMicros: number;
  leftTodayMicros: number;
}

/** `refunds.give` (admin): exactly the previewed tasks. A set whose effect is another by now is refused. */
export const giveRefundsSchema = z.object({
  accountId: accountIdSchema,
  taskIds: z.array(taskIdSchema).min(1).max(BULK_REFUND_MAX),
  expectedMicros: z.number().int().positive(),
  reason: z.string().trim().min(3, "Say why").max(500),
});

/** `refunds.task` (admin): one ended task, before a part of its price is given back. */
export const taskToRefundSchema = z.object({ taskId: taskIdSchema });
export interface TaskToRefund {
  taskId: number;
  accountId: number;
  email: string | null;
  kind: TaskKind;
  workerEmail: string | null;
  acceptedAtMs: number;
  /** What it has cost and was not given back. */
  chargedMicros: number;
  /** Why nothing of it can be given back; null: it can. */
  hindrance: "refunded" | "reported" | "nothing_left" | null;
}

/** `refunds.givePart` (admin): at most what is left, and once a task. */
export const refundPartSchema = z.object({
  taskId: taskIdSchema,
  micros: z.number().int().positive().max(BULK_REFUND_DAY_MAX_MICROS),
  reason: z.string().trim().min(3, "Say why").max(500),
});

/** Over the operator's limit it waits for another admin, and nothing has moved. */
export interface GiveRefundsReply {
  waits: boolean;
}

/** `refunds.decide` (admin): another admin than the one who asked. */
export const decideRefundsSchema = z.object({ requestId: accountIdSchema, approve: z.boolean() });

/** `refunds.waiting` (admin) */
export interface WaitingRefund {
  id: number;
  accountId: number;
  email: string | null;
  tasks: number;
  micros: number;
  reason: string;
  askedByEmail: string | null;
  askedAtMs: number;
  /** Who asked may only take it back. */
  isMine: boolean;
}

/** `refunds.pairs` (staff): customers and workers of whom one got money back while the other kept the pay, in 30 days. */
export interface RefundPair {
  accountId: number;
  email: string | null;
  workerId: number;
  workerEmail: string | null;
  refunds: number;
  refundedMicros: number;
  /** Of all that this customer was given back, the share that this worker had answered. */
  share: number;
  /** They were seen with the same browser or address. */
  linked: boolean;
}
