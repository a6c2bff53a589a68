import type { DomainContext } from "../context";
import type { ChainOptions } from "./chain-options";

/** Writes the configured chain and its tokens where pages and checks read them. What is no longer configured stays. */
export async function enlistChain(
  { pool }: Pick<DomainContext, "pool">,
  { chainId, name, confirmations, tokens }: ChainOptions,
): Promise<void> {
  await pool.query(
    `insert into chain (chain_id, name, confirmations) values ($1, $2, $3)
     on conflict (chain_id) do update set name = $2, confirmations = $3, failures = 0, failure = null,
       next_attempt_at = null`,
    [chainId, name, confirmations],
  );
  const addresses = tokens.map(({ address }) => address.toLowerCase());
  await pool.query(
    `insert into chain_token (chain_id, address, symbol, decimals, accepted)
     select $1, * from unnest($2::text[], $3::text[], $4::int[], $5::boolean[])
     on conflict (chain_id, address) do update set symbol = excluded.symbol, decimals = excluded.decimals,
       accepted = excluded.accepted, watched = true`,
    [
      chainId,
      addresses,
      tokens.map(({ symbol }) => symbol),
      tokens.map(({ decimals }) => decimals),
      tokens.map(({ accepted }) => accepted),
    ],
  );
  await pool.query(
    "update chain_token set watched = false where chain_id = $1 and address <> all($2::text[])",
    [chainId, addresses],
  );
}
