import type { DomainContext } from "../context";

export interface WatchedToken {
  symbol: string;
  decimals: number;
  accepted: boolean;
}

/** What is looked for on a chain: tokens by address, and whose each address is. */
export interface WatchedPlaces {
  tokens: Map<string, WatchedToken>;
  owners: Map<string, number>;
}

/** More customers than this need a watcher of another kind (docs/decisions). */
const ADDRESSES_MAX = 50_000;

export async function watchedPlaces(
  { pool }: Pick<DomainContext, "pool">,
  chainId: number,
): Promise<WatchedPlaces> {
  const tokens = await pool.query<WatchedToken & { address: string }>({
    name: "watched_tokens",
    text: "select address, symbol, decimals, accepted from chain_token where chain_id = $1 and watched",
    values: [chainId],
  });
  const owners = await pool.query<{ address: string; account_id: number }>({
    name: "watched_addresses",
    text: `select address, account_id from deposit_address order by index desc limit ${ADDRESSES_MAX}`,
  });
  return {
    tokens: new Map(tokens.rows.map(({ address, ...token }) => [address, token])),
    owners: new Map(owners.rows.map((row) => [row.address, row.account_id])),
  };
}
