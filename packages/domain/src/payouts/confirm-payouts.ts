import type { Chain, TransactionRead } from "../chain/chain";
import { ChainUnreadable } from "../chain/chain-failures";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import type { Service } from "../maintenance/service";
import { type EndedPayout, endPayouts } from "./end-payouts";

const BATCH_MAX = 20;

interface EnteredTransaction {
  txHash: string;
  batchId: number;
  token: string;
  wallet: string;
}

/**
 * Asks the chain for the transactions that staff entered. With its confirmations, a transfer of the batch's token from
 * the batch's wallet pays the one reserved row of that address and amount; what pays no row is counted as stray.
 */
export const confirmPayouts: Service = {
  name: "confirm-payouts",
  everyMs: 3_000,
  async runOnce(ctx) {
    const { chain } = ctx;
    if (chain === null) return 0;
    const { rows } = await ctx.pool.query<EnteredTransaction>({
      name: "entered_payout_transactions",
      text: `select t.tx_hash as "txHash", t.batch_id as "batchId", b.token, b.wallet
             from payout_transaction t join payout_batch b on b.id = t.batch_id
             where t.chain_id = $1 and t.state = 'entered' order by t.entered_at limit ${BATCH_MAX}`,
      values: [chain.options.chainId],
    });
    if (rows.length === 0) return 0;
    try {
      const head = await chain.head();
      for (const entered of rows) await look(ctx, chain, head.number, entered);
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
  entered: EnteredTransaction,
): Promise<void> {
  const transaction = await chain.transaction(entered.txHash);
  if (transaction === null) return find(ctx, entered, "not_found");
  const { confirmations } = chain.options;
  if (headBlock - transaction.blockNumber + 1 < confirmations) return find(ctx, entered, "unconfirmed");
  if ((await chain.hashAt(transaction.blockNumber)) !== transaction.blockHash)
    return find(ctx, entered, "moved");
  await settle(ctx, entered, transaction);
}

async function find({ pool }: DomainContext, { txHash }: EnteredTransaction, finding: string): Promise<void> {
  await pool.query("update payout_transaction set finding = $2 where tx_hash = $1 and state = 'entered'", [
    txHash,
    finding,
  ]);
}

async function settle(
  ctx: DomainContext,
  entered: EnteredTransaction,
  transaction: TransactionRead,
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const batch = await client.query("select from payout_batch where id = $1 for update", [entered.batchId]);
    if (batch.rowCount !== 1) return;
    const open = await client.query<{ id: number; address: string; units: string }>(
      `select id, lower(address) as address, amount_units::text as units from payout
       where batch_id = $1 and state = 'reserved' order by account_id`,
      [entered.batchId],
    );
    const transfers = transaction.transfers.filter(
      ({ token, from, units }) => token === entered.token && from === entered.wallet && units > 0n,
    );
    const { paid, stray } = match(open.rows, transaction.succeeded ? transfers : []);
    await endPayouts(ctx, client, { ended: paid });
    if (stray > 0)
      ctx.log.error({ txHash: entered.txHash, stray }, "a transaction pays what no payout asks for");
    const failed = !transaction.succeeded || paid.length === 0;
    await client.query(
      `update payout_transaction set state = $2, paid_rows = $3, stray_transfers = $4, finding = $5
       where tx_hash = $1 and state = 'entered'`,
      [
        entered.txHash,
        failed ? "failed" : "confirmed",
        paid.length,
        stray,
        transaction.succeeded ? (failed ? "pays_no_row" : null) : "reverted",
      ],
    );
  });
}

/** Each transfer pays one row at most, and each row is paid by one transfer. */
function match(
  open: readonly { id: number; address: string; units: string }[],
  transfers: TransactionRead["transfers"],
): { paid: EndedPayout[]; stray: number } {
  const left = [...open];
  const paid: EndedPayout[] = [];
  for (const { to, units, txHash, txLogNo } of transfers) {
    const place = left.findIndex((row) => row.address === to && row.units === String(units));
    const [row] = place < 0 ? [] : left.splice(place, 1);
    if (row !== undefined) paid.push({ id: row.id, state: "paid", txHash, txLogNo });
  }
  return { paid, stray: transfers.length - paid.length };
}
