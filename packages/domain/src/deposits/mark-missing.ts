import type { Chain } from "../chain/chain";
import type { DomainContext } from "../context";

const CHECKED_MAX = 500;
const DECIDED = "'booked', 'too_small', 'unsupported'";

/**
 * After a reorganisation deeper than the confirmations: looks at every deposit that was decided from these blocks and
 * marks those that are no longer on the chain. Their money stays where it is until staff reverse it.
 */
export async function markMissing(
  { pool, clock, log }: Pick<DomainContext, "pool" | "clock" | "log">,
  chain: Chain,
  { fromBlock }: { fromBlock: number },
): Promise<void> {
  const { chainId } = chain.options;
  const now = new Date(clock.nowMs());
  await pool.query("update chain set deep_reorg_at = $2 where chain_id = $1", [chainId, now]);
  const { rows } = await pool.query<{ id: number; tx_hash: string }>(
    `select id, tx_hash from chain_deposit
     where chain_id = $1 and block_number > $2 and state in (${DECIDED}) and missing_since is null
     order by block_number desc limit ${CHECKED_MAX}`,
    [chainId, fromBlock],
  );
  const missing: number[] = [];
  for (const { id, tx_hash } of rows) {
    if (!(await chain.transaction(tx_hash))?.succeeded) missing.push(id);
  }
  log.error({ chainId, fromBlock, missing }, "blocks with all their confirmations have changed");
  await pool.query("update chain_deposit set missing_since = $2 where id = any($1::bigint[])", [
    missing,
    now,
  ]);
}
