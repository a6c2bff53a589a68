import type { CaseKind, ReasonCode, Verdict } from "@sightline/contract/moderation";

/** A case whose verdict is to be carried out. */
export interface DecidedCase {
  id: number;
  kind: CaseKind;
  subject: string;
  taskId: number | null;
  accountId: number | null;
  workerId: number | null;
  about: Record<string, unknown>;
  verdict: Verdict;
  takesPayBack: boolean;
  reasonCode: ReasonCode;
  note: string | null;
  moderatorId: number;
  givenAt: Date;
}
/** What a decision moved, for the audit log and for those who are told. */
export interface DecisionEffect {
  refundedMicros: number;
  takenBackMicros: number;
  /** What other processes and the floor are told once it is committed. */
  afterCommit?: () => Promise<void>;
}
