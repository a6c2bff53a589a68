import { PAYOUT_MISSING_MS } from "@sightline/contract/payouts";
import { recordStaffAct } from "../audit/record-staff-act";
import type { Chain } from "../chain/chain";
import { ChainUnreadable } from "../chain/chain-failures";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { lookAtConfirmed } from "./look-at-confirmed";
import { noteUnmined, type UnminedTransaction } from "./note-unmined";
import { undoPayouts } from "./undo-payouts";

/**
 * Staff take a transaction off a batch that the chain does not find, so that its rows can be returned or paid by another
 * one. Only after half an hour and the chain's confirmations without it, or at once when its number went to another
 * transaction; the chain is asked again first. Should it come all the same, it pays what is still reserved, and the
 * rest of it is named as stray: the ledger pays nobody twice. One that was confirmed, and that the chain has taken back,
 * is taken off in the same way, and what it had paid goes back to the workers.
 */
export async function dropPayoutTransaction(
  ctx: Pick<DomainContext, "pool" | "db" | "clock" | "chain" | "log" | "mail">,
  {
    batchId,
    txHash,
    reason,
    droppedBy,
  }: { batchId: number; txHash: string; reason: string; droppedBy: number },
): Promise<void> {
  const { chain } = ctx;
  if (chain === null) throw new Refusal("conflict", "Payouts over a chain are not configured.");
  const hash = txHash.toLowerCase();
  const headBlock = await lookAgain(ctx, chain, hash);
  await inTransaction(ctx.pool, async (client) => {
    // The batch first, as everybody who ends its rows.
    await client.query("select from payout_batch where id = $1 for update", [batchId]);
    const { rows } = await client.query<{
      missingSince: Date | null;
      missingBlock: number;
      finding: string;
      state: string;
    }>(
      `select missing_since as "missingSince", missing_block as "missingBlock", finding, state
       from payout_transaction
       where chain_id = $1 and tx_hash = $2 and batch_id = $3 and state in ('entered', 'confirmed') for update`,
      [chain.options.chainId, hash, batchId],
    );
    const [missed] = rows;
    if (missed === undefined)
      throw new Refusal("conflict", "This transaction is not one that is being looked up.");
    if (missed.missingSince === null)
      throw new Refusal("conflict", "The chain knows this transaction: it may still pay. Wait for it.");
    const isLate = ctx.clock.nowMs() - missed.missingSince.getTime() >= PAYOUT_MISSING_MS;
    const isPast = headBlock - missed.missingBlock >= chain.options.confirmations;
    if (!isPast || !(isLate || missed.finding === "replaced"))
      throw new Refusal(
        "conflict",
        `It may still come. It can be taken off ${PAYOUT_MISSING_MS / 60_000} minutes and ${chain.options.confirmations} blocks after it was first missed.`,
      );
    await client.query(
      `update payout_transaction set state = 'dropped', dropped_by = $3, drop_reason = $4
       where chain_id = $1 and tx_hash = $2`,
      [chain.options.chainId, hash, droppedBy, reason],
    );
    const undone =
      missed.state === "confirmed"
        ? await undoPayouts(ctx, client, { chainId: chain.options.chainId, txHash: hash, reason })
        : 0;
    await recordStaffAct(client, {
      actorId: droppedBy,
      act: "drop_payout_transaction",
      subject: `payout_batch:${batchId}`,
      before: { txHash: hash, state: missed.state, finding: missed.finding },
      after: { txHash: hash, state: "dropped", undone },
      reason,
    });
  });
}

/** What the chain says of it now; returns the newest block. */
async function lookAgain(
  ctx: Pick<DomainContext, "pool" | "clock" | "log">,
  chain: Chain,
  txHash: string,
): Promise<number> {
  const { chainId } = chain.options;
  try {
    const head = await chain.head();
    const { rows } = await ctx.pool.query<UnminedTransaction & { state: string }>(
      `select chain_id as "chainId", tx_hash as "txHash", sender, nonce, state from payout_transaction
       where chain_id = $1 and tx_hash = $2 and state in ('entered', 'confirmed')`,
      [chainId, txHash],
    );
    const [watched] = rows;
    const isThere =
      watched?.state === "confirmed"
        ? await lookAtConfirmed(ctx, chain, head.number, watched)
        : (await chain.transaction(txHash)) !== null;
    if (isThere)
      throw new Refusal("conflict", "The chain knows this transaction: it may still pay. Wait for it.");
    if (watched?.state === "entered") await noteUnmined(ctx, chain, head.number, watched);
    return head.number;
  } catch (error) {
    if (!(error instanceof ChainUnreadable)) throw error;
    throw new Refusal("conflict", "The chain cannot be read now, so nobody can say whether it is there.");
  }
}
