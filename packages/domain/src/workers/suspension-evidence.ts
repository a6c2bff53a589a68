import type { AbuseSignal, ShownEvidence } from "@sightline/contract/abuse-signals";
import type { DomainContext } from "../context";
import { viewWorker } from "./view-worker";

/**
 * The figures of the named signals as they are now, for the worker to read beside the reason. One that is gone meanwhile
 * is left out; who a customer is stays with the staff.
 */
export async function suspensionEvidence(
  ctx: Pick<DomainContext, "pool" | "clock">,
  workerId: number,
  names: readonly AbuseSignal["signal"][],
): Promise<ShownEvidence[]> {
  if (names.length === 0) return [];
  const { evidence } = await viewWorker(ctx, workerId);
  return evidence.filter(({ signal }) => names.includes(signal)).map(withoutEmail);
}

function withoutEmail(signal: AbuseSignal): ShownEvidence {
  if (signal.signal !== "one_customer") return signal;
  const { customerEmail: _, ...shown } = signal;
  return shown;
}
