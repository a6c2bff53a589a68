import type { CaseKind, Verdict } from "@sightline/contract/moderation";
import type pg from "pg";
import { type TaskCharge, taskCharges } from "../refunds/task-charges";

/** Verdicts with which a customer who reported an answer gets the money back. */
const REFUNDING: readonly Verdict[] = ["accept", "ambiguous", "unsolvable"];

export function refunds(kind: CaseKind, verdict: Verdict): boolean {
  return kind === "bad_report" && REFUNDING.includes(verdict);
}

/** What a case can still move: nothing once its task was refunded, since there is no second refund. */
export function movable(charge: TaskCharge | undefined): { refundMicros: number; payMicros: number } {
  if (charge === undefined || charge.refunded) return { refundMicros: 0, payMicros: 0 };
  return { refundMicros: charge.chargedMicros, payMicros: charge.payMicros };
}

/** What a verdict moves now. An ambiguous picture never costs the worker anything. */
export async function effectOf(
  db: Pick<pg.ClientBase, "query">,
  { kind, taskId }: { kind: CaseKind; taskId: number | null },
  { verdict, takesPayBack }: { verdict: Verdict; takesPayBack: boolean },
): Promise<{ refundMicros: number; takenBackMicros: number }> {
  if (taskId === null || !refunds(kind, verdict)) return { refundMicros: 0, takenBackMicros: 0 };
  const [charge] = await taskCharges(db, [taskId]);
  const { refundMicros, payMicros } = movable(charge);
  return { refundMicros, takenBackMicros: takesPayBack && verdict !== "ambiguous" ? payMicros : 0 };
}
