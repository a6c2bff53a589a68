import type { Browser } from "@playwright/test";
import { openPool, type Pool } from "@sightline/db/database";
import { LocalChain } from "@sightline/domain/testing/local-chain";
import { CONNECT_MS, DemoServer } from "./demo-server";
import { expect } from "./journey";
import type { PageFaults } from "./page-faults";
import { People } from "./people";

interface ChainDemo {
  chain: LocalChain;
  token: Awaited<ReturnType<LocalChain["deploy"]>>;
  /** Of the demo's database. */
  pool: Pool;
  people: People;
}

/** A demo of its own whose deposits and payouts go over a chain of its own, which the demo has begun to read. */
export async function withChainDemo(
  { browser, faults }: { browser: Browser; faults: PageFaults },
  action: (parts: ChainDemo) => Promise<void>,
): Promise<void> {
  const chain = await LocalChain.start();
  try {
    const token = await chain.deploy({ symbol: "TUSD" });
    const { chainId, publicKey, confirmations } = chain.options([]);
    const demo = await DemoServer.start({
      CHAIN_RPC_URL: chain.url,
      CHAIN_ID: String(chainId),
      CHAIN_NAME: "Local chain",
      CHAIN_XPUB: publicKey,
      CHAIN_TOKENS: `${token.symbol}:${token.address}:${token.decimals}`,
      CHAIN_CONFIRMATIONS: String(confirmations),
    });
    const pool = openPool(demo.databaseUrl, {
      max: 1,
      applicationName: "sightline-journeys",
      connectTimeoutMs: CONNECT_MS,
    });
    const people = new People(browser, faults, demo.url);
    try {
      // Until the first look at the chain no address is given out.
      const read = "select from chain where scanned_block is not null";
      await expect.poll(async () => (await pool.query(read)).rowCount).toBe(1);
      await action({ chain, token, pool, people });
    } finally {
      await people.goHome();
      await pool.end();
      await demo.stop();
    }
  } finally {
    await chain.stop();
  }
}
