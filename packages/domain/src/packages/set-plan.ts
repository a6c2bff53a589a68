import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { packageOffers } from "./package-offers";

export interface PlanChange {
  name: string;
  threads: number;
  dayMicros: number;
  weekMicros: number;
  monthMicros: number;
  offered: boolean;
  changedBy: number;
}

/**
 * Sets what a package gives and costs from now on, or offers it no more: a new version. Who has bought keeps what was
 * bought; a renewal buys the version in force then. Range errors are refused by the table's checks.
 */
export async function setPlan(ctx: Pick<DomainContext, "pool" | "clock">, change: PlanChange): Promise<void> {
  const now = new Date(ctx.clock.nowMs());
  const { changedBy, ...plan } = change;
  await inTransaction(ctx.pool, async (client) => {
    const before = (await packageOffers(client, now)).find(({ name }) => name === plan.name) ?? null;
    await client.query(
      `insert into package_plan (name, threads, day_micros, week_micros, month_micros, offered, effective_from,
         changed_at, changed_by) values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
      [
        plan.name,
        plan.threads,
        plan.dayMicros,
        plan.weekMicros,
        plan.monthMicros,
        plan.offered,
        now,
        changedBy,
      ],
    );
    await recordStaffAct(client, {
      actorId: changedBy,
      act: "set_package",
      subject: `package:${plan.name}`,
      before,
      after: plan,
    });
  });
}
