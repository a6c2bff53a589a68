import type { PayoutExport } from "@sightline/contract/payouts";
import { getAddress } from "viem";
import { formatUnits } from "../chain/token-amount";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";

interface ExportedRow {
  address: string;
  units: string;
}
interface ExportedBatch {
  chainId: number;
  token: string;
  decimals: number;
  symbol: string;
  wallet: string;
  madeAtMs: number;
}

/**
 * What is left to pay of an approved batch, for signing in the operator's own wallet: Safe's transaction builder, and
 * CSV. Not while a transaction is looked up that may pay it: signed again, it would be paid twice.
 */
export async function exportPayoutBatch(
  { pool }: Pick<DomainContext, "pool">,
  batchId: number,
): Promise<PayoutExport> {
  const { rows: batches } = await pool.query<ExportedBatch & { awaited: boolean }>(
    `select chain_id as "chainId", token, decimals, symbol, wallet,
       (extract(epoch from made_at) * 1000)::bigint as "madeAtMs",
       exists(select from payout_transaction t where t.batch_id = b.id and t.state = 'entered') as awaited
     from payout_batch b where id = $1 and state = 'approved'`,
    [batchId],
  );
  const [batch] = batches;
  if (batch === undefined) throw new Refusal("conflict", "Only an approved batch can be signed.");
  if (batch.awaited)
    throw new Refusal(
      "conflict",
      "A transaction of this batch is being looked up. Signed again, it would pay twice.",
    );
  const { rows } = await pool.query<ExportedRow>(
    `select address, amount_units::text as units from payout where batch_id = $1 and state = 'reserved'
     order by account_id`,
    [batchId],
  );
  return { safeJson: safeJson(batchId, batch, rows), csv: csv(batch, rows) };
}

function safeJson(batchId: number, batch: ExportedBatch, rows: readonly ExportedRow[]): string {
  const token = getAddress(batch.token);
  const inputs = [
    { internalType: "address", name: "to", type: "address" },
    { internalType: "uint256", name: "value", type: "uint256" },
  ];
  return JSON.stringify(
    {
      version: "1.0",
      chainId: String(batch.chainId),
      createdAt: batch.madeAtMs,
      meta: {
        name: `Payouts ${batchId}`,
        description: `${rows.length} payouts in ${batch.symbol}`,
        createdFromSafeAddress: getAddress(batch.wallet),
      },
      transactions: rows.map(({ address, units }) => ({
        to: token,
        value: "0",
        data: null,
        contractMethod: { inputs, name: "transfer", payable: false },
        contractInputsValues: { to: address, value: units },
      })),
    },
    null,
    2,
  );
}

function csv({ token, decimals }: ExportedBatch, rows: readonly ExportedRow[]): string {
  const lines = rows.map(
    ({ address, units }) => `erc20,${getAddress(token)},${address},${formatUnits(BigInt(units), decimals)}`,
  );
  return ["token_type,token_address,receiver,amount", ...lines, ""].join("\r\n");
}
