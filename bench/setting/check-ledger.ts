import { openPool } from "@sightline/db/database";
import { reconcile } from "@sightline/domain/ledger/reconcile";

/** Throws unless every balance is what its transfers say: a server that books wrongly has no figures either. */
export async function checkLedger(databaseUrl: string): Promise<void> {
  const pool = openPool(databaseUrl, { max: 1, applicationName: "bench" });
  try {
    const { wrongAccounts, sumMicros, holdDifferenceMicros } = await reconcile(pool);
    if (wrongAccounts.length === 0 && sumMicros === 0 && holdDifferenceMicros === 0) return;
    throw new Error(
      `the ledger does not agree after the load: ${wrongAccounts.length} accounts, ${sumMicros}, ${holdDifferenceMicros}`,
    );
  } finally {
    await pool.end();
  }
}
