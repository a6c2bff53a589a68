import type { LedgerProof } from "@sightline/contract/ledger";
import type { DomainContext } from "../context";
import { LEDGER_CHECKS } from "./ledger-checks";

/** What each check last found, in the order in which they stand; null times: it has not run yet. */
export async function viewProof(ctx: Pick<DomainContext, "pool">): Promise<LedgerProof> {
  const { rows } = await ctx.pool.query<{
    name: string;
    checked_at: Date;
    rows: { subject: string; difference: number }[];
  }>("select name, checked_at, rows from ledger_proof");
  const byName = new Map(rows.map((row) => [row.name, row]));
  return {
    checks: LEDGER_CHECKS.map(({ name, says }) => ({
      name,
      says,
      checkedAtMs: byName.get(name)?.checked_at.getTime() ?? null,
      differences: byName.get(name)?.rows ?? [],
    })),
  };
}

/** Σ of what the checks last found and what holds differ by right now: 0, or an operator must look. */
export async function ledgerDifference(ctx: Pick<DomainContext, "pool">): Promise<number> {
  const { rows } = await ctx.pool.query<{ difference: number }>(`
    select (
      abs(coalesce((select sum(held_micros) from account), 0)
        - coalesce((select sum(hold_micros) from open_task), 0))
      + coalesce((select sum(difference_micros) from ledger_proof where name <> 'holds'), 0)
    )::bigint as difference`);
  return rows[0]?.difference ?? 0;
}
