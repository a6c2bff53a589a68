import { openDatabase } from "@sightline/db/database";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { linkAccounts } from "../links/link-accounts";
import { notePayoutAddress } from "../links/note-payout-address";
import { giveNotice } from "../notices/give-notice";
import { paymentSettings } from "../payments/payment-settings";
import { readAddress } from "../payments/read-address";
import { Refusal } from "../refusal";

const HOUR_MS = 3_600_000;
const PAYOUT_ADDRESS_LOCK = 7_201_147;

/**
 * Where a worker is paid from now on. The first address holds at once; another one after the operator's delay, during
 * which nothing is paid out, and its owner is told, so that a stranger in the account gains nothing.
 */
export async function setPayoutAddress(
  ctx: Pick<DomainContext, "pool" | "db" | "clock" | "chain" | "mail">,
  { accountId, chainId, address: typed }: { accountId: number; chainId: number; address: string },
): Promise<{ effectiveAtMs: number }> {
  if (ctx.chain === null) throw new Refusal("conflict", "Payouts over a chain are not configured.");
  const { chainId: ourChainId, tokens } = ctx.chain.options;
  if (chainId !== ourChainId)
    throw new Refusal("conflict", "The address is for another network than we pay on.");
  const read = readAddress(typed.trim());
  if (!read.ok) throw new Refusal("conflict", read.fault);
  const { address } = read;
  const lower = address.toLowerCase();
  if (tokens.some((token) => token.address.toLowerCase() === lower))
    throw new Refusal("conflict", "This is the address of the token itself. What is sent there is lost.");
  const { payoutAddressDelayHours } = await paymentSettings(ctx);
  const nowMs = ctx.clock.nowMs();
  const set = await inTransaction(ctx.pool, async (client) => {
    await client.query("select pg_advisory_xact_lock($1, $2)", [PAYOUT_ADDRESS_LOCK, accountId]);
    const { rows } = await client.query<{ latest: string | null; ours: boolean }>(
      `select (select address from payout_address where account_id = $1 and cancelled_at is null
                 order by id desc limit 1) as latest,
         exists(select from deposit_address where address = $2) as ours`,
      [accountId, lower],
    );
    if (rows[0]?.ours) throw new Refusal("conflict", "This is a deposit address of a customer.");
    if (rows[0]?.latest === address) throw new Refusal("conflict", "This is your address already.");
    const isFirst = rows[0]?.latest == null;
    const effectiveAtMs = nowMs + (isFirst ? 0 : payoutAddressDelayHours * HOUR_MS);
    await client.query(
      `update payout_address set cancelled_at = $2
       where account_id = $1 and effective_at > $2::timestamptz and cancelled_at is null`,
      [accountId, new Date(nowMs)],
    );
    await client.query(
      `insert into payout_address (account_id, chain_id, address, asked_at, effective_at)
       values ($1, $2, $3, $4, $5)`,
      [accountId, chainId, address, new Date(nowMs), new Date(effectiveAtMs)],
    );
    await notePayoutAddress(ctx, client, { accountId, address });
    const params = { address, from: new Date(effectiveAtMs).toISOString() };
    await giveNotice(ctx, { accountId, notice: "payout_address_changed", params }, openDatabase(client));
    return { effectiveAtMs };
  });
  await linkAccounts(ctx);
  return set;
}
