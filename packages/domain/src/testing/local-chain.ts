import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { HDKey } from "@scure/bip32";
import {
  type Address,
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  type Hash,
  type Hex,
  http,
  keccak256,
  parseAbi,
  publicActions,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { foundry } from "viem/chains";
import type { ChainOptions, ChainTokenOptions } from "../chain/chain-options";

const ABI = parseAbi([
  "constructor(uint8 itsDecimals, uint256 itsFeeBasisPoints, uint256 supply)",
  "function transfer(address to, uint256 value) returns (bool)",
  "function transferMany(address[] to, uint256[] values)",
]);
const BYTECODE = readFileSync(new URL("./test-dollar.bytecode.txt", import.meta.url), "utf8").trim() as Hex;
const SUPPLY = 10n ** 60n;
const START_MS_MAX = 10_000;
const CONFIRMATIONS = 3;

/** A chain of one's own in a process of one's own: a block for each transaction, and more when a test asks. */
export class LocalChain {
  readonly payer = mnemonicToAccount("test test test test test test test test test test test junk");
  readonly account: HDKey = HDKey.fromMasterSeed(randomBytes(32)).derive("m/44'/60'/0'");
  #anvil: ChildProcess | null = null;

  private constructor(private readonly port: number) {}

  static async start(): Promise<LocalChain> {
    const chain = new LocalChain(await freePort());
    await chain.up();
    return chain;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get #wallet() {
    return createWalletClient({ account: this.payer, chain: foundry, transport: http(this.url) });
  }

  get #node() {
    const transport = http(this.url);
    return createTestClient({ mode: "anvil", chain: foundry, transport, cacheTime: 0 }).extend(publicActions);
  }

  /** How a domain is told of this chain. */
  options(tokens: readonly ChainTokenOptions[], overrides: Partial<ChainOptions> = {}): ChainOptions {
    return {
      rpcUrl: this.url,
      chainId: foundry.id,
      name: "Local chain",
      publicKey: this.account.publicExtendedKey,
      tokens,
      confirmations: CONFIRMATIONS,
      blockRange: 200,
      ...overrides,
    };
  }

  async deploy(
    token: Partial<ChainTokenOptions> & { symbol: string },
    { feeBasisPoints = 0 }: { feeBasisPoints?: number } = {},
  ): Promise<ChainTokenOptions> {
    const { decimals = 6, accepted = true, symbol } = token;
    const hash = await this.#wallet.deployContract({
      abi: ABI,
      bytecode: BYTECODE,
      args: [decimals, BigInt(feeBasisPoints), SUPPLY],
    });
    const { contractAddress } = await this.#node.waitForTransactionReceipt({ hash, pollingInterval: 20 });
    if (!contractAddress) throw new Error("the token was not made");
    return { symbol, address: contractAddress, decimals, accepted };
  }

  async send(token: ChainTokenOptions, to: string, units: bigint): Promise<Hash> {
    const hash = await this.#wallet.writeContract({
      abi: ABI,
      address: token.address as Address,
      functionName: "transfer",
      args: [to as Address, units],
    });
    return this.#mined(hash);
  }

  /** A transfer that is signed and that nobody has sent: `resend` does. */
  async sign(token: ChainTokenOptions, to: string, units: bigint): Promise<{ hash: Hash; raw: Hex }> {
    const request = await this.#wallet.prepareTransactionRequest({
      to: token.address as Address,
      data: encodeFunctionData({ abi: ABI, functionName: "transfer", args: [to as Address, units] }),
    });
    const raw = await this.#wallet.signTransaction(request);
    return { hash: keccak256(raw), raw };
  }

  /** The node takes a transaction, and while `action` runs has no block for it; then it forgets it. */
  async withoutBlocks(raw: Hex, action: () => Promise<void>): Promise<void> {
    await this.#node.setAutomine(false);
    const hash = await this.#node.sendRawTransaction({ serializedTransaction: raw });
    await action();
    await this.#node.dropTransaction({ hash });
    await this.#node.setAutomine(true);
  }

  /** Several transfers in one transaction; their sender is the payer. */
  async sendMany(token: ChainTokenOptions, rows: readonly { to: string; units: bigint }[]): Promise<Hash> {
    const hash = await this.#wallet.writeContract({
      abi: ABI,
      address: token.address as Address,
      functionName: "transferMany",
      args: [rows.map(({ to }) => to as Address), rows.map(({ units }) => units)],
    });
    return this.#mined(hash);
  }

  async #mined(hash: Hash): Promise<Hash> {
    await this.#node.waitForTransactionReceipt({ hash, pollingInterval: 20 });
    return hash;
  }

  async mine(blocks: number): Promise<void> {
    await this.#node.mine({ blocks });
  }

  /** The newest blocks become others, without their transactions. */
  async reorganise(depth: number): Promise<void> {
    await this.#node.request({ method: "anvil_reorg" as never, params: [depth, []] as never });
  }

  /** What a reorganisation took out comes again, in a block of its own. */
  async resend(raw: Hex): Promise<Hash> {
    return this.#mined(await this.#node.sendRawTransaction({ serializedTransaction: raw }));
  }

  async rawTransaction(hash: Hash): Promise<Hex> {
    return this.#node.request({ method: "eth_getRawTransactionByHash" as never, params: [hash] as never });
  }

  /** A node that is away, and comes back on the same port with an empty chain. */
  async up(): Promise<void> {
    const anvil = spawn(anvilPath(), ["--port", String(this.port), "--silent"], { stdio: "ignore" });
    this.#anvil = anvil;
    process.once("exit", () => anvil.kill("SIGKILL"));
    const deadline = Date.now() + START_MS_MAX;
    while (!(await this.#answers())) {
      if (anvil.exitCode !== null || Date.now() > deadline) throw new Error("no local chain");
      await new Promise((wake) => setTimeout(wake, 20));
    }
  }

  async stop(): Promise<void> {
    const anvil = this.#anvil;
    this.#anvil = null;
    if (anvil === null || anvil.exitCode !== null) return;
    const ended = once(anvil, "exit");
    anvil.kill("SIGKILL");
    await ended;
  }

  async #answers(): Promise<boolean> {
    try {
      await this.#node.getBlockNumber();
      return true;
    } catch {
      return false;
    }
  }
}

/** The binary itself: it can be killed, which a script around it would not pass on. */
function anvilPath(): string {
  const platform = `${process.platform}-${process.arch === "x64" ? "amd64" : process.arch}`;
  const wrapper = createRequire(import.meta.url).resolve("@foundry-rs/anvil/package.json");
  return createRequire(wrapper).resolve(`@foundry-rs/anvil-${platform}/bin/anvil`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
