import type pg from "pg";
import type { DomainContext } from "../context";
import { advanceCheckpoint } from "./advance-checkpoint";
import { inTransaction } from "./in-transaction";
import { LEDGER_CHECKS, type LedgerDifference } from "./ledger-checks";
import { proveBalances } from "./prove-balances";

const SLICES_MAX = 20;

/**
 * Runs every check and keeps what it found. What would read all transfers is proved from a checkpoint that goes along.
 * Returns how many differences there are; each process may run it, one does at a time.
 */
export async function reconcileLedger(ctx: Pick<DomainContext, "pool" | "clock" | "log">): Promise<number> {
  let upToId = 0;
  for (let slice = 0, more = true; more && slice < SLICES_MAX; slice++) {
    const advanced = await underCursor(ctx, (client, afterId) =>
      advanceCheckpoint(client, { afterId, nowMs: ctx.clock.nowMs() }),
    );
    if (advanced === null) return 0;
    ({ upToId, more } = advanced);
  }
  const found: LedgerDifference[] = [];
  const proved = await underCursor(ctx, (client) => proveBalances(client, upToId));
  if (proved) {
    for (const { name } of LEDGER_CHECKS.filter(({ readsAll }) => readsAll)) {
      const rows = proved.filter(({ check }) => check === name);
      await keep(ctx, name, rows);
      found.push(...rows);
    }
  }
  for (const { name, find } of LEDGER_CHECKS.filter(({ readsAll }) => !readsAll)) {
    const rows = (await find(ctx.pool)).map((row) => ({ check: name, ...row }));
    await keep(ctx, name, rows);
    found.push(...rows);
  }
  if (found.length > 0) ctx.log.error({ found: found.slice(0, 5) }, "the ledger does not agree");
  return found.length;
}

/** Null when another process has the cursor. */
function underCursor<T>(
  ctx: Pick<DomainContext, "pool">,
  work: (client: pg.ClientBase, afterId: number) => Promise<T>,
): Promise<T | null> {
  return inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ up_to_id: number }>(
      "select up_to_id from ledger_cursor where name = 'checkpoint' for update skip locked",
    );
    return rows[0] ? work(client, rows[0].up_to_id) : null;
  });
}

async function keep(
  ctx: Pick<DomainContext, "pool" | "clock">,
  name: string,
  found: readonly LedgerDifference[],
): Promise<void> {
  await ctx.pool.query(
    `insert into ledger_proof (name, checked_at, difference_micros, rows) values ($1, $2, $3, $4)
     on conflict (name) do update set checked_at = excluded.checked_at,
       difference_micros = excluded.difference_micros, rows = excluded.rows`,
    [
      name,
      new Date(ctx.clock.nowMs()),
      found.reduce((total, { difference }) => total + Math.abs(difference), 0),
      JSON.stringify(found.map(({ subject, difference }) => ({ subject, difference }))),
    ],
  );
}
