import type { Chain, TransferLog } from "../chain/chain";
import type { DomainContext } from "../context";

const DECIDED_MAX = 100;

/**
 * What was seen in these blocks, was not booked, and was not found now: a reorganisation has taken it back. It is
 * shown as such, never booked, and seen again if the chain brings it back. What was decided stands in blocks without
 * their confirmations only when it has moved there after a deep reorganisation: gone again, staff must reverse it.
 */
export async function markVanished(
  { pool, clock }: Pick<DomainContext, "pool" | "clock">,
  chain: Chain,
  { range, found }: { range: { from: number; to: number }; found: readonly TransferLog[] },
): Promise<void> {
  const { options } = chain;
  const decided = await pool.query<{ id: number; txHash: string }>({
    name: "decided_in_open_blocks",
    text: `select id, tx_hash as "txHash" from chain_deposit
           where chain_id = $1 and state in ('booked', 'too_small', 'unsupported') and missing_since is null
             and block_number between $2 and $3 and tx_hash <> all($4::text[]) limit ${DECIDED_MAX}`,
    values: [options.chainId, range.from, range.to, found.map(({ txHash }) => txHash)],
  });
  for (const { id, txHash } of decided.rows) {
    if ((await chain.transaction(txHash))?.succeeded) continue;
    await pool.query("update chain_deposit set missing_since = $2 where id = $1", [
      id,
      new Date(clock.nowMs()),
    ]);
  }
  await pool.query({
    name: "mark_vanished",
    text: `update chain_deposit set state = 'vanished'
           where chain_id = $1 and state = 'seen' and block_number between $2 and $3
             and (block_hash, log_index) not in (select * from unnest($4::text[], $5::int[]))`,
    values: [
      options.chainId,
      range.from,
      range.to,
      found.map(({ blockHash }) => blockHash),
      found.map(({ logIndex }) => logIndex),
    ],
  });
}
