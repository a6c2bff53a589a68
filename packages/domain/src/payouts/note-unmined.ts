import type { Chain } from "../chain/chain";
import type { DomainContext } from "../context";

/** What is remembered of a transaction that is in no block. */
export interface UnminedTransaction {
  chainId: number;
  txHash: string;
  sender: string | null;
  nonce: number | null;
}

/**
 * Notes what the node says of a transaction that is in no block: it waits there (`pending`), or nobody knows it
 * (`not_found`), or its sender has used its number for another one, so that it can never come (`replaced`).
 */
export async function noteUnmined(
  ctx: Pick<DomainContext, "pool" | "clock">,
  chain: Chain,
  headBlock: number,
  { chainId, txHash, sender, nonce }: UnminedTransaction,
): Promise<void> {
  const known = await chain.senderOf(txHash);
  const isReplaced =
    known === null && sender !== null && nonce !== null && (await chain.nextNonce(sender)) > nonce;
  await ctx.pool.query({
    name: "note_unmined_payout_transaction",
    text: `update payout_transaction set
             finding = case when $3 then 'pending' when $4 then 'replaced' else 'not_found' end,
             sender = coalesce($5, sender), nonce = coalesce($6, nonce), looked_at = $7,
             missing_since = case when $3 then null else coalesce(missing_since, $7) end,
             missing_block = case when $3 then null else coalesce(missing_block, $8::bigint) end
           where chain_id = $1 and tx_hash = $2 and state in ('entered', 'confirmed')`,
    values: [
      chainId,
      txHash,
      known !== null,
      isReplaced,
      known?.sender ?? null,
      known?.nonce ?? null,
      new Date(ctx.clock.nowMs()),
      headBlock,
    ],
  });
}
