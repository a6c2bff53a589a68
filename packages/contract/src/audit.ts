import { z } from "zod";

/** `staffAudit.acts`: newest first, key-set by the act's number; each filter narrows. */
export const staffActsSchema = z.object({
  act: z.string().trim().max(60).optional(),
  subject: z.string().trim().max(100).optional(),
  /** An account number, or a part of the actor's email address. */
  actor: z.string().trim().max(200).optional(),
  before: z.number().int().positive().optional(),
  limit: z.number().int().min(1).max(500).default(50),
});

export interface StaffActRow {
  id: number;
  atMs: number;
  actorId: number | null;
  /** Null for the operator at the machine. */
  actorEmail: string | null;
  act: string;
  subject: string;
  /** What it was and what it became, as JSON text. */
  before: string | null;
  after: string | null;
  reason: string | null;
  hash: string;
}
export interface StaffActsPage {
  rows: StaffActRow[];
  nextBefore: number | null;
}

/** `staffAudit.verify`: `faults` is empty when no act was changed or removed. */
export interface StaffActsVerified {
  checked: number;
  headId: number;
  headHash: string;
  faults: StaffActFault[];
}
export interface StaffActFault {
  id: number;
  fault: "changed" | "removed";
}
