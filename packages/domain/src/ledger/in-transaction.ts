import type { Pool } from "@sightline/db/database";
import type pg from "pg";

/** All of the work in one transaction, or nothing of it. For what is not hot: locks are held over its round trips. */
export async function inTransaction<T>(pool: Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let fault: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((lost: Error) => {
      fault = lost;
    });
    throw error;
  } finally {
    // A connection that could not roll back is not used again.
    client.release(fault);
  }
}
