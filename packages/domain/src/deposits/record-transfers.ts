import type { Chain, TransferLog } from "../chain/chain";
import { microsOfUnits } from "../chain/token-amount";
import type { WatchedPlaces } from "../chain/watched-places";
import type { DomainContext } from "../context";

type Found = TransferLog & { txLogNo: number };

/**
 * Writes down the transfers that were read, as seen. One that is known moves to where it stands now; one that had
 * vanished is seen again, and one that staff have reversed begins anew. What is booked keeps its amount whatever is
 * read later. Returns how many were news.
 */
export async function recordTransfers(
  ctx: Pick<DomainContext, "pool" | "ids" | "clock">,
  chain: Chain,
  { logs, places }: { logs: readonly TransferLog[]; places: WatchedPlaces },
): Promise<number> {
  // Anybody can make a token log a transfer of nothing.
  const worth = logs.filter(({ units }) => units > 0n);
  const known = await knownPlaces(ctx, chain, worth);
  const news = worth.filter((log) => !known.has(placeOf(log)));
  let recorded = 0;
  for (const txHash of new Set(news.map((log) => log.txHash))) {
    const transaction = await chain.transaction(txHash);
    for (const found of transaction?.succeeded ? transaction.transfers : []) {
      if (news.some((log) => placeOf(log) === placeOf(found)))
        recorded += await record(ctx, chain, found, places);
    }
  }
  return recorded;
}

const placeOf = ({ blockHash, logIndex }: Pick<TransferLog, "blockHash" | "logIndex">) =>
  `${blockHash}:${logIndex}`;

async function knownPlaces(
  { pool }: Pick<DomainContext, "pool">,
  { options }: Chain,
  logs: readonly TransferLog[],
): Promise<Set<string>> {
  if (logs.length === 0) return new Set();
  const { rows } = await pool.query<{ blockHash: string; logIndex: number }>({
    name: "known_chain_places",
    text: `select block_hash as "blockHash", log_index as "logIndex" from chain_deposit
           where chain_id = $1 and tx_hash = any($2::text[]) and state not in ('vanished', 'reversed')
             and missing_since is null`,
    values: [options.chainId, [...new Set(logs.map(({ txHash }) => txHash))]],
  });
  return new Set(rows.map(placeOf));
}

async function record(
  { pool, ids, clock }: Pick<DomainContext, "pool" | "ids" | "clock">,
  { options }: Chain,
  found: Found,
  { tokens, owners }: WatchedPlaces,
): Promise<number> {
  const token = tokens.get(found.token);
  const owner = owners.get(found.to);
  if (token === undefined || owner === undefined) return 0;
  const worth = token.accepted ? microsOfUnits(found.units, token.decimals) : null;
  const { rowCount } = await pool.query({
    name: "record_transfer",
    text: `
      insert into chain_deposit (id, chain_id, tx_hash, tx_log_no, block_hash, block_number, log_index, token,
        from_address, to_address, account_id, amount_units, amount_micros, dust_units, state, seen_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'seen', $15)
      on conflict (chain_id, tx_hash, tx_log_no) where state <> 'reversed' do update set
        block_hash = excluded.block_hash, block_number = excluded.block_number, log_index = excluded.log_index,
        missing_since = null,
        state = case chain_deposit.state when 'vanished' then 'seen' else chain_deposit.state end,
        amount_units = case when chain_deposit.state in ('seen', 'vanished')
          then excluded.amount_units else chain_deposit.amount_units end,
        amount_micros = case when chain_deposit.state in ('seen', 'vanished')
          then excluded.amount_micros else chain_deposit.amount_micros end,
        dust_units = case when chain_deposit.state in ('seen', 'vanished')
          then excluded.dust_units else chain_deposit.dust_units end`,
    values: [
      ids.next(),
      options.chainId,
      found.txHash,
      found.txLogNo,
      found.blockHash,
      found.blockNumber,
      found.logIndex,
      found.token,
      found.from,
      found.to,
      owner,
      String(found.units),
      worth?.micros ?? null,
      String(worth?.dustUnits ?? 0n),
      new Date(clock.nowMs()),
    ],
  });
  return rowCount ?? 0;
}
