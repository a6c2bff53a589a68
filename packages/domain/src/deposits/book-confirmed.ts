import { formatUsd } from "@sightline/contract/money";
import { openDatabase } from "@sightline/db/database";
import type pg from "pg";
import type { Chain } from "../chain/chain";
import type { DomainContext } from "../context";
import { bookMoves } from "../ledger/book-moves";
import { inTransaction } from "../ledger/in-transaction";
import { PLATFORM_ACCOUNTS, POSTINGS } from "../ledger/postings";
import { notePayoutAddress } from "../links/note-payout-address";
import { giveNotice } from "../notices/give-notice";
import { paymentSettings } from "../payments/payment-settings";

const BATCH_MAX = 50;

interface SeenDeposit {
  id: number;
  txHash: string;
  txLogNo: number;
  blockHash: string;
  blockNumber: number;
  accountId: number;
  fromAddress: string;
  amountUnits: string;
  amountMicros: number | null;
}

/**
 * Books what has its confirmations, after asking the chain once more for that very transaction in that very block.
 * The row is taken by a compare-and-set and is the cause of the posting, so a deposit is booked once whoever comes
 * second. What is not worth booking by itself is named and left for staff.
 */
export async function bookConfirmed(
  ctx: DomainContext,
  chain: Chain,
  { confirmedBlock }: { confirmedBlock: number },
): Promise<number> {
  const { rows } = await ctx.pool.query<SeenDeposit>({
    name: "confirmed_deposits",
    text: `select id, tx_hash as "txHash", tx_log_no as "txLogNo", block_hash as "blockHash",
             block_number as "blockNumber", account_id as "accountId", from_address as "fromAddress", amount_units::text as "amountUnits",
             amount_micros as "amountMicros"
           from chain_deposit where chain_id = $1 and state = 'seen' and block_number <= $2
           order by block_number, id limit ${BATCH_MAX}`,
    values: [chain.options.chainId, confirmedBlock],
  });
  if (rows.length === 0) return 0;
  const { depositMinimumMicros } = await paymentSettings(ctx);
  for (const deposit of rows) {
    if (await standsOnChain(chain, deposit)) await settle(ctx, deposit, depositMinimumMicros);
    else
      await ctx.pool.query("update chain_deposit set state = 'vanished' where id = $1 and state = 'seen'", [
        deposit.id,
      ]);
  }
  return rows.length;
}

async function standsOnChain(chain: Chain, deposit: SeenDeposit): Promise<boolean> {
  const transaction = await chain.transaction(deposit.txHash);
  if (!transaction?.succeeded || transaction.blockHash !== deposit.blockHash) return false;
  const transfer = transaction.transfers.find(({ txLogNo }) => txLogNo === deposit.txLogNo);
  if (transfer === undefined || String(transfer.units) !== deposit.amountUnits) return false;
  return (await chain.hashAt(deposit.blockNumber)) === deposit.blockHash;
}

async function settle(ctx: DomainContext, deposit: SeenDeposit, minimumMicros: number): Promise<void> {
  const micros = deposit.amountMicros;
  const state =
    micros === null ? "unsupported" : micros < minimumMicros || micros === 0 ? "too_small" : "booked";
  await inTransaction(ctx.pool, async (client) => {
    const { rowCount } = await client.query(
      `update chain_deposit set state = $3, booked_at = case $3 when 'booked' then $4::timestamptz end
       where id = $1 and block_hash = $2 and state = 'seen'`,
      [deposit.id, deposit.blockHash, state, new Date(ctx.clock.nowMs())],
    );
    if (rowCount !== 1 || state !== "booked" || micros === null) return;
    await creditDeposit(ctx, client, { ...deposit, micros });
  });
}

/** The money of a deposit and the word of it, within the transaction that marks it as booked. */
export async function creditDeposit(
  ctx: Pick<DomainContext, "db" | "clock" | "mail">,
  client: pg.PoolClient,
  {
    id,
    accountId,
    micros,
    fromAddress,
  }: { id: number; accountId: number; micros: number; fromAddress: string },
): Promise<void> {
  const { world, expenses } = PLATFORM_ACCOUNTS;
  const borneMicros = Math.min(await borneBefore(client, id), micros);
  await bookMoves(client, [
    { causeId: id, posting: "chain_deposit", debitId: world, creditId: accountId, micros },
  ]);
  await bookMoves(client, [
    {
      causeId: id,
      posting: "chain_deposit_recovery",
      debitId: accountId,
      creditId: expenses,
      micros: borneMicros,
    },
  ]);
  await notePayoutAddress(ctx, client, { accountId, address: fromAddress });
  await giveNotice(
    ctx,
    { accountId, notice: "deposit_confirmed", params: { amount: formatUsd(micros) } },
    openDatabase(client),
  );
}

/** What the platform lost when this very transfer was reversed last: its customer had spent it, and has it still. */
async function borneBefore(client: pg.PoolClient, depositId: number): Promise<number> {
  const { rows } = await client.query<{ micros: number | null }>({
    name: "borne_before",
    text: `select t.micros from chain_deposit d
             join lateral (
               select id from chain_deposit where chain_id = d.chain_id and tx_hash = d.tx_hash
                 and tx_log_no = d.tx_log_no and state = 'reversed' order by id desc limit 1
             ) last on true
             join transfer t on t.cause_id = last.id and t.line = ${POSTINGS.chain_deposit_loss.line}
           where d.id = $1`,
    values: [depositId],
  });
  return rows[0]?.micros ?? 0;
}
