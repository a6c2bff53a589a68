import type { DepositRow, DepositState } from "@sightline/contract/deposits";
import { formatUnits } from "../chain/token-amount";

/** Deposits of both sources as one relation, newest first by id; the columns of StoredDeposit. */
export const DEPOSIT_ROWS = `
  select d.id, d.account_id, 'chain' as source, d.state, d.amount_micros as micros, d.amount_units::text as units,
    d.dust_units::text as dust, t.symbol, t.decimals, d.tx_hash, d.block_number, c.head_block, c.confirmations,
    (extract(epoch from coalesce(d.booked_at, d.seen_at)) * 1000)::bigint as at_ms, d.reason,
    d.state = 'booked' and d.missing_since is not null as missing
  from chain_deposit d join chain c using (chain_id)
    left join chain_token t on t.chain_id = d.chain_id and t.address = d.token
  union all
  select b.id, b.account_id, 'hand', 'booked', m.micros, null, null, null, null, null, null, null, null,
    (extract(epoch from b.booked_at) * 1000)::bigint, b.reason, false
  from booking b join transfer m on m.cause_id = b.id and m.line = 0`;

export interface StoredDeposit {
  id: number;
  account_id: number;
  source: "chain" | "hand";
  state: DepositState;
  micros: number | null;
  units: string | null;
  dust: string | null;
  symbol: string | null;
  decimals: number | null;
  tx_hash: string | null;
  block_number: number | null;
  head_block: number | null;
  confirmations: number | null;
  at_ms: number;
  reason: string | null;
  missing: boolean;
}

export function depositRow(row: StoredDeposit): DepositRow {
  const seen = row.state === "seen";
  return {
    depositId: row.id,
    source: row.source,
    state: row.state,
    amountMicros: row.micros,
    amount: row.units === null ? null : formatUnits(BigInt(row.units), row.decimals ?? 0),
    symbol: row.symbol,
    dust: row.dust === null || row.dust === "0" ? null : formatUnits(BigInt(row.dust), row.decimals ?? 0),
    txHash: row.tx_hash,
    confirmations: seen ? confirmationsOf(row) : null,
    confirmationsNeeded: seen ? row.confirmations : null,
    atMs: row.at_ms,
    reason: row.reason,
  };
}

function confirmationsOf({ block_number, head_block, confirmations }: StoredDeposit): number {
  const count = (head_block ?? 0) - (block_number ?? 0) + 1;
  return Math.min(Math.max(count, 0), confirmations ?? 0);
}
