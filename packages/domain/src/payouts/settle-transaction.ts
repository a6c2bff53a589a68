import type { TransactionRead } from "../chain/chain";
import { microsOfUnits } from "../chain/token-amount";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { type EndedPayout, endPayouts } from "./end-payouts";

type Transfers = TransactionRead["transfers"];
interface OpenRow {
  id: number;
  address: string;
  units: string;
}

/** A transaction that has its confirmations: what it pays is paid, and what pays no row is written down as stray. */
export async function settleTransaction(
  ctx: DomainContext,
  { chainId, txHash, batchId }: { chainId: number; txHash: string; batchId: number },
  transaction: TransactionRead,
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const { rows: batches } = await client.query<{ token: string; wallet: string; decimals: number }>(
      "select token, wallet, decimals from payout_batch where id = $1 for update",
      [batchId],
    );
    const [batch] = batches;
    const watched = await client.query(
      `select from payout_transaction where chain_id = $1 and tx_hash = $2 and state in ('entered', 'dropped')
       for update`,
      [chainId, txHash],
    );
    if (batch === undefined || watched.rowCount !== 1) return;
    const open = await client.query<OpenRow>(
      `select id, lower(address) as address, amount_units::text as units from payout
       where batch_id = $1 and state = 'reserved' order by account_id`,
      [batchId],
    );
    const transfers = transaction.transfers.filter(
      ({ token, from, units }) => token === batch.token && from === batch.wallet && units > 0n,
    );
    const { paid, strays } = match(open.rows, transaction.succeeded ? transfers : []);
    await endPayouts(ctx, client, { ended: paid });
    await client.query(
      `insert into payout_stray (chain_id, tx_hash, tx_log_no, batch_id, address, units, micros, payout_id, found_at)
       select $1, s.tx_hash, s.log_no, $2, s.address, s.units, s.micros,
         (select id from payout where batch_id = $2 and lower(address) = s.address and amount_units = s.units
          order by id limit 1), $8
       from unnest($3::text[], $4::int[], $5::text[], $6::numeric[], $7::bigint[])
         as s(tx_hash, log_no, address, units, micros)
       on conflict (chain_id, tx_hash, tx_log_no) do nothing`,
      [
        chainId,
        batchId,
        strays.map((each) => each.txHash),
        strays.map(({ txLogNo }) => txLogNo),
        strays.map(({ to }) => to),
        strays.map(({ units }) => String(units)),
        strays.map(({ units }) => microsOfUnits(units, batch.decimals)?.micros ?? Number.MAX_SAFE_INTEGER),
        new Date(ctx.clock.nowMs()),
      ],
    );
    const failed = !transaction.succeeded || paid.length === 0;
    await client.query(
      `update payout_transaction set state = $3, paid_rows = $4, stray_transfers = $5, finding = $6, looked_at = $7,
         block_number = $8, missing_since = null, missing_block = null
       where chain_id = $1 and tx_hash = $2`,
      [
        chainId,
        txHash,
        failed ? "failed" : "confirmed",
        paid.length,
        strays.length,
        transaction.succeeded ? (failed ? "pays_no_row" : null) : "reverted",
        new Date(ctx.clock.nowMs()),
        transaction.blockNumber,
      ],
    );
    if (strays.length > 0)
      ctx.log.error({ txHash, stray: strays.length }, "a transaction pays what no payout asks for");
  });
}

/** Each transfer pays one row at most, and each row is paid by one transfer. */
function match(open: readonly OpenRow[], transfers: Transfers): { paid: EndedPayout[]; strays: Transfers } {
  const left = [...open];
  const paid: EndedPayout[] = [];
  const strays: Transfers = [];
  for (const transfer of transfers) {
    const { to, units, txHash, txLogNo } = transfer;
    const place = left.findIndex((row) => row.address === to && row.units === String(units));
    const [row] = place < 0 ? [] : left.splice(place, 1);
    if (row === undefined) strays.push(transfer);
    else paid.push({ id: row.id, state: "paid", txHash, txLogNo });
  }
  return { paid, strays };
}
