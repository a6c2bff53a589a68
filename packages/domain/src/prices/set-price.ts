import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";

export interface PriceChange {
  kind: TaskKind;
  priceMicros: number;
  rateMinMicros: number;
  rateMaxMicros: number;
  workerShareBasisPoints: number;
  packageShareBasisPoints: number;
  /** From when on; now when absent. */
  effectiveFromMs?: number | undefined;
  changedBy: number;
}

/** A browser's clock may be this much behind. */
const PAST_MS_MAX = 60_000;

/**
 * Sets what a kind costs and pays from a time on: a new version; those before it stay as they were, and tasks that
 * are open keep the price at which they were accepted. Another price for the same moment replaces it. Range errors
 * are refused by the table's checks.
 */
export async function setPrice(ctx: DomainContext, change: PriceChange): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  const fromMs = Math.max(change.effectiveFromMs ?? nowMs, nowMs);
  if (change.effectiveFromMs !== undefined && change.effectiveFromMs < nowMs - PAST_MS_MAX)
    throw new Refusal("conflict", "A price cannot begin in the past. Choose a time that is still to come.");
  const { kind, changedBy, effectiveFromMs: _from, ...terms } = change;
  const before = ctx.prices.of(kind);
  await inTransaction(ctx.pool, async (client) => {
    await client.query(
      `insert into kind_price (kind, effective_from, price_micros, rate_min_micros, rate_max_micros,
         worker_share_basis_points, package_share_basis_points, changed_at, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (kind, effective_from) do update set price_micros = excluded.price_micros,
         rate_min_micros = excluded.rate_min_micros, rate_max_micros = excluded.rate_max_micros,
         worker_share_basis_points = excluded.worker_share_basis_points,
         package_share_basis_points = excluded.package_share_basis_points,
         changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [
        TASK_KINDS[change.kind].number,
        new Date(fromMs),
        change.priceMicros,
        change.rateMinMicros,
        change.rateMaxMicros,
        change.workerShareBasisPoints,
        change.packageShareBasisPoints,
        new Date(nowMs),
        change.changedBy,
      ],
    );
    await recordStaffAct(client, {
      actorId: changedBy,
      act: "set_price",
      subject: `kind:${kind}`,
      before,
      after: { ...terms, effectiveFromMs: fromMs },
    });
  });
  await ctx.prices.load();
  ctx.hints.changed("prices");
}
