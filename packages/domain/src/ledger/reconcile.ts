import type { Pool } from "@sightline/db/database";
import { LEDGER_CHECKS, type LedgerDifference } from "./ledger-checks";

/**
 * Proves the ledger from its rows: everything that LEDGER_CHECKS names, each in one snapshot. Empty when all is well.
 * Reads every transfer: for tests, the bench and by hand; reconcile-ledger.ts does it by pieces.
 */
export async function reconcile(pool: Pool): Promise<LedgerDifference[]> {
  const found: LedgerDifference[] = [];
  for (const { name, find } of LEDGER_CHECKS) {
    for (const difference of await find(pool)) found.push({ check: name, ...difference });
  }
  return found;
}
