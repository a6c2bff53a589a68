import type { ChainView } from "@sightline/contract/deposits";
import { getAddress } from "viem";
import type { DomainContext } from "../context";

/** The configured chain as its watcher last saw it; null where there is none. */
export async function viewChain({
  pool,
  chain,
}: Pick<DomainContext, "pool" | "chain">): Promise<ChainView | null> {
  if (chain === null) return null;
  const { chainId } = chain.options;
  const { rows } = await pool.query<Omit<ChainView, "tokens">>({
    name: "view_chain",
    text: `select chain_id as "chainId", name, confirmations, head_block as "headBlock", failure,
             (extract(epoch from head_at) * 1000)::bigint as "headAtMs",
             (extract(epoch from deep_reorg_at) * 1000)::bigint as "deepReorgAtMs"
           from chain where chain_id = $1`,
    values: [chainId],
  });
  const [row] = rows;
  if (row === undefined) return null;
  const tokens = await pool.query<ChainView["tokens"][number]>({
    name: "view_chain_tokens",
    text: "select symbol, address, accepted from chain_token where chain_id = $1 and watched order by symbol",
    values: [chainId],
  });
  return {
    ...row,
    tokens: tokens.rows.map((token) => ({ ...token, address: getAddress(token.address) })),
  };
}
