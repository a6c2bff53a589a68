import type { Chain, TransactionRead } from "../chain/chain";
import type { DomainContext } from "../context";
import { noteUnmined, type UnminedTransaction } from "./note-unmined";

/**
 * Asks the chain for a transaction once more that was confirmed and has paid: a reorganisation deeper than the
 * confirmations may have taken it back, or it may do something else in its new place. What is found is noted, and the
 * ledger's proof names every payout of one that is gone, until it is back or staff undo them. No money moves here.
 * Returns whether it still pays what it has paid.
 */
export async function lookAtConfirmed(
  ctx: Pick<DomainContext, "pool" | "clock" | "log">,
  chain: Chain,
  headBlock: number,
  watched: UnminedTransaction,
): Promise<boolean> {
  const { chainId, txHash } = watched;
  const transaction = await chain.transaction(txHash);
  if (transaction === null) {
    ctx.log.error({ txHash }, "the chain has taken back a transaction that paid workers");
    await noteUnmined(ctx, chain, headBlock, watched);
    return false;
  }
  const pays = await stillPays(ctx, watched, transaction);
  const finding = pays ? null : transaction.succeeded ? "pays_no_row" : "reverted";
  await ctx.pool.query({
    name: "note_confirmed_payout_transaction",
    text: `update payout_transaction set finding = $3, looked_at = $4, block_number = $5,
             missing_since = case when $3::text is not null then coalesce(missing_since, $4) end,
             missing_block = case when $3::text is not null then coalesce(missing_block, $6::bigint) end
           where chain_id = $1 and tx_hash = $2 and state = 'confirmed'`,
    values: [chainId, txHash, finding, new Date(ctx.clock.nowMs()), transaction.blockNumber, headBlock],
  });
  return pays;
}

/** Whether each payout that it has paid has a transfer of its own. */
async function stillPays(
  { pool }: Pick<DomainContext, "pool">,
  { chainId, txHash }: UnminedTransaction,
  transaction: TransactionRead,
): Promise<boolean> {
  if (!transaction.succeeded) return false;
  const { rows } = await pool.query<{ address: string; units: string; token: string; wallet: string }>({
    name: "payouts_of_transaction",
    text: `select lower(p.address) as address, p.amount_units::text as units, b.token, b.wallet
           from payout p join payout_batch b on b.id = p.batch_id
           where p.chain_id = $1 and p.tx_hash = $2 and p.state = 'paid'`,
    values: [chainId, txHash],
  });
  const left = [...transaction.transfers];
  return rows.every(({ address, units, token, wallet }) => {
    const place = left.findIndex(
      (each) =>
        each.to === address && String(each.units) === units && each.token === token && each.from === wallet,
    );
    return place >= 0 && left.splice(place, 1).length === 1;
  });
}
