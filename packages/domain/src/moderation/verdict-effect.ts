import type { CaseKind, Verdict } from "@sightline/contract/moderation";
import type pg from "pg";
import { taskCharges } from "../refunds/task-charges";

/** Verdicts with which a customer who reported an answer gets the money back. */
const REFUNDING: readonly Verdict[] = ["accept", "ambiguous", "unsolvable"];

export function refunds(kind: CaseKind, verdict: Verdict): boolean {
  return kind === "bad_report" && REFUNDING.includes(verdict);
}

/** What a verdict moves now. An ambiguous picture never costs the worker anything. */
export async function effectOf(
  db: Pick<pg.ClientBase, "query">,
  { kind, taskId }: { kind: CaseKind; taskId: number | null },
  { verdict, takesPayBack }: { verdict: Verdict; takesPayBack: boolean },
): Promise<{ refundMicros: number; takenBackMicros: number }> {
  if (taskId === null || !refunds(kind, verdict)) return { refundMicros: 0, takenBackMicros: 0 };
  const [charge] = await taskCharges(db, [taskId]);
  return {
    refundMicros: charge?.chargedMicros ?? 0,
    takenBackMicros: takesPayBack && verdict !== "ambiguous" ? (charge?.payMicros ?? 0) : 0,
  };
}
