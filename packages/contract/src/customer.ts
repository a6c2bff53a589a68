import { z } from "zod";
import type { TaskKind } from "./task-kinds";
import { taskIdSchema } from "./work";

/**
 * `customer.overview`: money in micro-dollars, what is open, and what became of the tasks sent in this hour and the 23
 * before. What was cancelled is neither answered nor unsolved.
 */
export interface CustomerOverview {
  availableMicros: number;
  heldMicros: number;
  queued: number;
  beingSolved: number;
  answered24h: number;
  unsolved24h: number;
  spent24hMicros: number;
  /** Submission to answer, within 3 % (contract/figures.ts); null before the first answer. */
  solveP50Ms: number | null;
  solveP95Ms: number | null;
}

export const taskStateSchema = z.enum(["queued", "assigned", "answered", "unsolvable"]);
/** What a customer sees: reserved looks queued, and an answer that may still be taken back looks assigned. */
export type TaskStateShown = z.infer<typeof taskStateSchema>;

export interface CustomerTaskRow {
  taskId: number;
  kind: TaskKind;
  state: TaskStateShown;
  answer: string | null;
  /** error_text of an unsolvable task. */
  reasonText: string | null;
  priceMicros: number;
  /** What it cost in the end; null while it is open. */
  chargedMicros: number | null;
  acceptedAtMs: number;
  finishedAtMs: number | null;
  /** Where its picture is, for this account's log-ins only; null after its retention. */
  imageUrl: string | null;
  /** Until when it can be reported; null when it is not answered. */
  reportableUntilMs: number | null;
  /** What its customer has said of it. */
  reported: "good" | "bad" | null;
  /** Sent with a test key. */
  test: boolean;
}

/** `customer.tasks`: newest first, by key-set: `before` is the last row's id. */
export const customerTasksSchema = z.object({
  state: taskStateSchema.optional(),
  before: taskIdSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export interface CustomerTasksPage {
  rows: CustomerTaskRow[];
  nextBefore: number | null;
}

/** `customer.setAllowedAddresses`: single addresses or CIDR; an empty list allows every address. */
export const allowedAddressesSchema = z.object({
  addresses: z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).max(100),
});
