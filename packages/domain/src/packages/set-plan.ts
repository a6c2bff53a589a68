import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { packageOffers } from "./package-offers";

export interface PlanChange {
  name: string;
  threads: number;
  dayMicros: number;
  weekMicros: number;
  monthMicros: number;
  offered: boolean;
  /** From when on; now when absent. */
  effectiveFromMs?: number | undefined;
  changedBy: number;
}

/** A browser's clock may be this much behind. */
const PAST_MS_MAX = 60_000;

/**
 * Sets what a package gives and costs from now or a later time on, or offers it no more: a new version. Who has bought keeps what was
 * bought; a renewal buys the version in force then. Range errors are refused by the table's checks.
 */
export async function setPlan(ctx: Pick<DomainContext, "pool" | "clock">, change: PlanChange): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  const now = new Date(nowMs);
  const { changedBy, effectiveFromMs = nowMs, ...plan } = change;
  if (effectiveFromMs < nowMs - PAST_MS_MAX)
    throw new Refusal(
      "conflict",
      "A package cannot change in the past. Choose a time that is still to come.",
    );
  const from = new Date(Math.max(effectiveFromMs, nowMs));
  await inTransaction(ctx.pool, async (client) => {
    const before = (await packageOffers(client, now)).find(({ name }) => name === plan.name) ?? null;
    await client.query(
      `insert into package_plan (name, threads, day_micros, week_micros, month_micros, offered, effective_from,
         changed_at, changed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        plan.name,
        plan.threads,
        plan.dayMicros,
        plan.weekMicros,
        plan.monthMicros,
        plan.offered,
        from,
        now,
        changedBy,
      ],
    );
    await recordStaffAct(client, {
      actorId: changedBy,
      act: "set_package",
      subject: `package:${plan.name}`,
      before,
      after: { ...plan, effectiveFromMs: from.getTime() },
    });
  });
}
