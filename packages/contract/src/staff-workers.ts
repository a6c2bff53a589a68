import { z } from "zod";
import { type AbuseSignal, evidenceSchema } from "./abuse-signals";
import { type KindScore, type ScoreChange, STAGES, type Stage } from "./score";
import { taskKindSchema } from "./task-kinds";

const accountId = z.number().int().positive().max(2_147_483_647);

/** `staffWorkers.list`: by address or number, newest account first, key-set by number. */
export const staffWorkersSchema = z.object({
  search: z.string().trim().max(200).optional(),
  before: accountId.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export interface StaffWorkerRow {
  accountId: number;
  email: string;
  suspended: boolean;
  /** Over all kinds, of what still counts. */
  judged: number;
  accuracy: number;
  answered7d: number;
  medianMs: number | null;
  pendingMicros: number;
  suspendedKinds: number;
  signals: AbuseSignal["signal"][];
}
export interface StaffWorkersPage {
  rows: StaffWorkerRow[];
  nextBefore: number | null;
}

export const staffWorkerSchema = z.object({ workerId: accountId });
export interface StaffWorkerDetail extends StaffWorkerRow {
  availableMicros: number;
  kinds: KindScore[];
  changes: ScoreChange[];
  evidence: AbuseSignal[];
  linked: { accountId: number; email: string; role: string; by: ("address" | "browser" | "payout")[] }[];
}

const stages = Object.keys(STAGES) as [Stage, ...Stage[]];
const reason = z.string().trim().min(3, "Say why").max(500);
const kindOfWorker = { workerId: accountId, kind: taskKindSchema, reason };
export const setStageSchema = z.object({ ...kindOfWorker, stage: z.enum(stages) });
export const suspendKindSchema = z.object({ ...kindOfWorker, evidence: evidenceSchema });
export const liftKindSchema = z.object(kindOfWorker);
