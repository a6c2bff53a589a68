import type { Pool } from "@sightline/db/database";
import { LEDGER_CHECKS, type LedgerDifference } from "./ledger-checks";

/**
 * Proves the ledger from its rows: everything that LEDGER_CHECKS names, each in one snapshot. Empty when all is well.
 * Reads every transfer: for tests, the bench and by hand; reconcile-ledger.ts does it by pieces. `onlyAtOnce` leaves out
 * what reads every transfer and what a turn of the chain may break until staff have decided: the rest holds after every
 * transaction.
 */
export async function reconcile(pool: Pool, { onlyAtOnce = false } = {}): Promise<LedgerDifference[]> {
  const found: LedgerDifference[] = [];
  const checks = onlyAtOnce
    ? LEDGER_CHECKS.filter(({ readsAll, awaitsStaff }) => !readsAll && !awaitsStaff)
    : LEDGER_CHECKS;
  for (const { name, find } of checks) {
    for (const difference of await find(pool)) found.push({ check: name, ...difference });
  }
  return found;
}
