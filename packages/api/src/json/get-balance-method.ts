import { formatWireUsd } from "@sightline/contract/money";
import { getBalance } from "@sightline/domain/ledger/get-balance";
import { admitJsonRead } from "./admit-json-read";
import type { MethodCall } from "./method-call";

/** What can still be spent, as a number; the nearest one to the exact amount. */
export async function getBalanceMethod(call: MethodCall): Promise<{ errorId: 0; balance: number }> {
  admitJsonRead(call, "balance");
  const { availableMicros } = await getBalance(call.ctx, call.holder.accountId);
  return { errorId: 0, balance: Number(formatWireUsd(availableMicros)) };
}
