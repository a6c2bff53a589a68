import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";

const ADDRESS_LOCK = 7_201_146;
const ADDRESSES_MAX = 20;

/**
 * The customer's address for deposits, made when there is none; with `fresh`, a new one. Old ones go on working. The
 * index comes from a sequence and is never used twice, also not by a request that failed.
 */
export async function giveDepositAddress(
  ctx: Pick<DomainContext, "pool" | "clock" | "chain">,
  { accountId, fresh = false }: { accountId: number; fresh?: boolean },
): Promise<{ address: string }> {
  const { chain } = ctx;
  if (chain === null) throw new Refusal("conflict", "Deposits over a chain are not configured.");
  return inTransaction(ctx.pool, async (client) => {
    // A second press of the button waits here and gets the first one's address.
    await client.query("select pg_advisory_xact_lock($1, $2)", [ADDRESS_LOCK, accountId]);
    const { rows } = await client.query<{ address: string | null; count: number; read: boolean }>(
      `select (select address from deposit_address where account_id = $1 order by index desc limit 1) as address,
         (select count(*)::int from deposit_address where account_id = $1) as count,
         exists(select from chain where chain_id = $2 and scanned_block is not null) as read`,
      [accountId, chain.options.chainId],
    );
    const [known] = rows;
    if (known?.address && !fresh) return { address: known.address };
    if (known && known.count >= ADDRESSES_MAX)
      throw new Refusal(
        "conflict",
        `An account has at most ${ADDRESSES_MAX} addresses. Every one of them works.`,
      );
    // What is sent before the first look at the chain would not be found.
    if (!known?.read) throw new Refusal("busy", "The chain has not been read yet. Try again in a minute.");
    const next = await client.query<{ index: number }>(
      "select nextval(pg_get_serial_sequence('deposit_address', 'index'))::int as index",
    );
    const index = next.rows[0]?.index ?? 0;
    const address = chain.keys.addressAt(index);
    await client.query(
      `insert into deposit_address (index, account_id, address, key_fingerprint, given_at)
       overriding system value values ($1, $2, $3, $4, $5)`,
      [index, accountId, address, chain.keys.fingerprint, new Date(ctx.clock.nowMs())],
    );
    return { address };
  });
}
