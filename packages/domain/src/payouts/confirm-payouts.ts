import type { Chain } from "../chain/chain";
import { ChainUnreadable } from "../chain/chain-failures";
import type { DomainContext } from "../context";
import type { Service } from "../maintenance/service";
import { lookAtConfirmed } from "./look-at-confirmed";
import { noteUnmined, type UnminedTransaction } from "./note-unmined";
import { settleTransaction } from "./settle-transaction";

const BATCH_MAX = 20;
/** A dropped transaction may still come, and is looked for less often, this long. */
const DROPPED_EVERY_MS = 300_000;
const DROPPED_FOR_MS = 180 * 86_400_000;
/** One that is confirmed is looked at again as often while blocks above it still are fewer than twice its confirmations. */
const CONFIRMED_EVERY_MS = 15_000;
/** And once more after a reorganisation deeper than the confirmations, if it stood in one of so many blocks. */
const DEEP_LOOK_BLOCKS = 1_000;

interface WatchedTransaction extends UnminedTransaction {
  batchId: number;
  state: "entered" | "dropped" | "confirmed";
}

/**
 * Asks the chain for the transactions that staff entered, and for those that they took off again. With its
 * confirmations, a transfer of the batch's token from the batch's wallet pays the one reserved row of that address and
 * amount; what pays no row is stray, and named. What was confirmed is looked at again: the chain may take it back.
 */
export const confirmPayouts: Service = {
  name: "confirm-payouts",
  everyMs: 3_000,
  async runOnce(ctx) {
    const { chain } = ctx;
    if (chain === null) return 0;
    const nowMs = ctx.clock.nowMs();
    const { rows } = await ctx.pool.query<WatchedTransaction>({
      name: "watched_payout_transactions",
      text: `select chain_id as "chainId", tx_hash as "txHash", batch_id as "batchId", state, sender, nonce, looked_at
             from payout_transaction
             where chain_id = $1 and state in ('entered', 'dropped')
               and (state = 'entered' or (looked_at <= $2 and entered_at > $3))
             union all
             select t.chain_id, t.tx_hash, t.batch_id, t.state, t.sender, t.nonce, t.looked_at
             from payout_transaction t join chain c using (chain_id)
             where chain_id = $1 and t.state = 'confirmed' and (
               (t.finding is not null and t.looked_at <= $4)
               or (t.block_number > c.head_block - 2 * c.confirmations and t.looked_at <= $4)
               or (t.block_number > c.head_block - ${DEEP_LOOK_BLOCKS} and t.looked_at <= c.deep_reorg_at))
             order by looked_at nulls first limit ${BATCH_MAX}`,
      values: [
        chain.options.chainId,
        new Date(nowMs - DROPPED_EVERY_MS),
        new Date(nowMs - DROPPED_FOR_MS),
        new Date(nowMs - CONFIRMED_EVERY_MS),
      ],
    });
    if (rows.length === 0) return 0;
    try {
      const head = await chain.head();
      for (const watched of rows) await look(ctx, chain, head.number, watched);
    } catch (error) {
      if (!(error instanceof ChainUnreadable)) throw error;
      ctx.log.warn({ failure: error.failure, reason: error.message }, "payouts cannot be looked up");
    }
    return 0;
  },
};

async function look(
  ctx: DomainContext,
  chain: Chain,
  headBlock: number,
  watched: WatchedTransaction,
): Promise<void> {
  if (watched.state === "confirmed") {
    await lookAtConfirmed(ctx, chain, headBlock, watched);
    return;
  }
  const transaction = await chain.transaction(watched.txHash);
  if (transaction === null) {
    return watched.state === "dropped"
      ? note(ctx, watched, null)
      : noteUnmined(ctx, chain, headBlock, watched);
  }
  const { confirmations } = chain.options;
  if (headBlock - transaction.blockNumber + 1 < confirmations) return note(ctx, watched, "unconfirmed");
  if ((await chain.hashAt(transaction.blockNumber)) !== transaction.blockHash)
    return note(ctx, watched, "moved");
  await settleTransaction(ctx, watched, transaction);
}

/** It is in a block; or it was dropped and has not come. */
async function note(
  { pool, clock }: DomainContext,
  { chainId, txHash }: WatchedTransaction,
  finding: string | null,
): Promise<void> {
  await pool.query(
    `update payout_transaction set finding = coalesce($3, finding), looked_at = $4,
       missing_since = case when $3 is null then missing_since end,
       missing_block = case when $3 is null then missing_block end
     where chain_id = $1 and tx_hash = $2 and state in ('entered', 'dropped')`,
    [chainId, txHash, finding, new Date(clock.nowMs())],
  );
}
