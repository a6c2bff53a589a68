import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { HDKey } from "@scure/bip32";
import { encodeAbiParameters, getAddress, pad, toEventSelector } from "viem";
import type { ChainOptions, ChainTokenOptions } from "../chain/chain-options";

interface Transfer {
  to: string;
  units: bigint;
}
interface Question {
  id: number;
  method: string;
  params: unknown[];
}
interface PaperBlock {
  hash: string;
  txHashes: string[];
}

const CHAIN_ID = 77_001;
const CONFIRMATIONS = 3;
const SELECTOR = toEventSelector("Transfer(address,address,uint256)");
const newHash = () => `0x${randomBytes(32).toString("hex")}`;
const hex = (n: number) => `0x${n.toString(16)}`;

/**
 * A node that knows one token and does what it is told: blocks, transfers, reorganisations of any depth. It answers the
 * questions that we ask of a node, and costs no time; what a real one says is tested against a real one (local-chain.ts).
 */
export class PaperChain {
  readonly token: ChainTokenOptions = {
    symbol: "PAPER",
    address: getAddress(`0x${randomBytes(20).toString("hex")}`),
    decimals: 6,
    accepted: true,
  };
  readonly wallet = getAddress(`0x${randomBytes(20).toString("hex")}`);
  readonly #transfers = new Map<string, Transfer[]>();
  readonly #server: Server;
  /** Old enough that a reorganisation never reaches its beginning. */
  #blocks: PaperBlock[] = Array.from({ length: 20 }, () => ({ hash: newHash(), txHashes: [] }));

  private constructor() {
    this.#server = createServer((request, response) => {
      void readBody(request).then((body) => {
        const { id, method, params } = JSON.parse(body) as Question;
        const result = this.#answer(method, params);
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ jsonrpc: "2.0", id, result }));
      });
    });
  }

  static async start(): Promise<PaperChain> {
    const chain = new PaperChain();
    chain.#server.listen(0, "127.0.0.1");
    await once(chain.#server, "listening");
    return chain;
  }

  get options(): ChainOptions {
    return {
      rpcUrl: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`,
      chainId: CHAIN_ID,
      name: "Paper chain",
      publicKey: HDKey.fromMasterSeed(randomBytes(32)).derive("m/44'/60'/0'").publicExtendedKey,
      tokens: [this.token],
      confirmations: CONFIRMATIONS,
      blockRange: 1_000,
    };
  }

  /** Transfers of the wallet, in one transaction and a block of its own. */
  send(transfers: Transfer[]): string {
    const txHash = newHash();
    this.#transfers.set(txHash, transfers);
    this.resend(txHash);
    return txHash;
  }

  /** Also what a reorganisation took out. */
  resend(txHash: string): void {
    this.#blocks.push({ hash: newHash(), txHashes: [txHash] });
  }

  mine(count: number): void {
    for (let i = 0; i < count; i++) this.#blocks.push({ hash: newHash(), txHashes: [] });
  }

  /** As many of the newest blocks become others, without their transactions. */
  reorganise(depth: number): void {
    const kept = this.#blocks.slice(0, this.#blocks.length - depth);
    this.#blocks = kept;
    this.mine(depth);
  }

  has(txHash: string): boolean {
    return this.#blockOf(txHash) >= 0;
  }

  /** Sent once, wherever it is now. */
  knows(txHash: string): boolean {
    return this.#transfers.has(txHash);
  }

  isConfirmed(txHash: string): boolean {
    const block = this.#blockOf(txHash);
    return block >= 0 && this.#blocks.length - block >= CONFIRMATIONS;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  #blockOf(txHash: string): number {
    return this.#blocks.findLastIndex(({ txHashes }) => txHashes.includes(txHash));
  }

  #answer(method: string, params: unknown[]): unknown {
    switch (method) {
      case "eth_chainId":
        return hex(CHAIN_ID);
      case "eth_getBlockByNumber":
        return this.#block(String(params[0]));
      case "eth_getLogs":
        return this.#logs(params[0] as { fromBlock: string; toBlock: string; topics: unknown[] });
      case "eth_getTransactionReceipt":
        return this.#receipt(String(params[0]));
      case "eth_getTransactionByHash":
        return this.has(String(params[0])) ? { hash: params[0], from: this.wallet, nonce: "0x0" } : null;
      default:
        throw new Error(`nobody asks a node for ${method}`);
    }
  }

  #block(tag: string): unknown {
    const number = tag === "latest" ? this.#blocks.length - 1 : Number(tag);
    const block = this.#blocks[number];
    return block ? { number: hex(number), hash: block.hash, transactions: block.txHashes } : null;
  }

  #receipt(txHash: string): unknown {
    const number = this.#blockOf(txHash);
    if (number < 0) return null;
    const blockHash = this.#blocks[number]?.hash;
    return {
      transactionHash: txHash,
      blockHash,
      blockNumber: hex(number),
      status: "0x1",
      logs: this.#logsOf(number),
    };
  }

  #logs({
    fromBlock,
    toBlock,
    topics,
  }: {
    fromBlock: string;
    toBlock: string;
    topics: unknown[];
  }): unknown[] {
    const wanted = new Set([topics[2]].flat());
    const logs = [];
    for (let number = Number(fromBlock); number <= Number(toBlock); number++)
      logs.push(...this.#logsOf(number).filter((log) => wanted.has(log.topics[2])));
    return logs;
  }

  #logsOf(number: number) {
    const block = this.#blocks[number];
    const txHash = block?.txHashes[0];
    return (this.#transfers.get(txHash ?? "") ?? []).map(({ to, units }, logIndex) => ({
      address: this.token.address.toLowerCase(),
      topics: [SELECTOR, pad(this.wallet), pad(to as `0x${string}`)].map((topic) => topic.toLowerCase()),
      data: encodeAbiParameters([{ type: "uint256" }], [units]),
      blockHash: block?.hash,
      blockNumber: hex(number),
      transactionHash: txHash,
      transactionIndex: "0x0",
      logIndex: hex(logIndex),
      removed: false,
    }));
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}
