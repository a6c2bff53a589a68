import type { Chain, TransferLog } from "../chain/chain";
import type { DomainContext } from "../context";

/**
 * What was seen in these blocks, was not booked, and was not found now: a reorganisation has taken it back. It is
 * shown as such, never booked, and seen again if the chain brings it back.
 */
export async function markVanished(
  { pool }: Pick<DomainContext, "pool">,
  { options }: Chain,
  { range, found }: { range: { from: number; to: number }; found: readonly TransferLog[] },
): Promise<void> {
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
