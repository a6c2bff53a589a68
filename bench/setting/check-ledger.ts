import { openPool } from "@sightline/db/database";
import { reconcile } from "@sightline/domain/ledger/reconcile";

/** Throws unless every balance is what its transfers say: a server that books wrongly has no figures either. */
export async function checkLedger(databaseUrl: string): Promise<void> {
  const pool = openPool(databaseUrl, { max: 1, applicationName: "bench" });
  try {
    const found = await reconcile(pool);
    if (found.length === 0) return;
    throw new Error(`the ledger does not agree after the load: ${JSON.stringify(found.slice(0, 5))}`);
  } finally {
    await pool.end();
  }
}
