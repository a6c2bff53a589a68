import {
  type Address,
  BlockNotFoundError,
  createPublicClient,
  type Hash,
  http,
  type PublicClient,
  parseAbiItem,
  parseEventLogs,
  TransactionNotFoundError,
  TransactionReceiptNotFoundError,
} from "viem";
import { AddressKeys } from "./address-keys";
import { ChainUnreadable, chainFailureOf } from "./chain-failures";
import type { ChainOptions } from "./chain-options";

/** One transfer of a token as a log of the chain. Addresses and hashes in lower case. */
export interface TransferLog {
  txHash: string;
  /** Its place in the whole block. */
  logIndex: number;
  blockHash: string;
  blockNumber: number;
  token: string;
  from: string;
  to: string;
  units: bigint;
}

export interface TransactionRead {
  blockHash: string;
  blockNumber: number;
  succeeded: boolean;
  /** Its transfers, each with its place among all logs of the transaction. */
  transfers: (TransferLog & { txLogNo: number })[];
}

const TRANSFER = parseAbiItem("event Transfer(address indexed from, address indexed to, uint256 value)");
const CALL_MS_MAX = 10_000;

/**
 * Reads one chain through the operator's node. Every call has a time limit and is made once: whoever calls it tries
 * again later. Throws ChainUnreadable with the failure's name.
 */
export class Chain {
  readonly keys: AddressKeys;
  readonly #client: PublicClient;

  constructor(readonly options: ChainOptions) {
    this.keys = new AddressKeys(options.publicKey);
    this.#client = createPublicClient({
      transport: http(options.rpcUrl, { timeout: CALL_MS_MAX, retryCount: 0 }),
      cacheTime: 0,
    });
  }

  /** The newest block, of a node that is sure to be on this chain. */
  async head(): Promise<{ number: number; hash: string }> {
    const id = await this.#read(this.#client.getChainId());
    if (id !== this.options.chainId) {
      throw new ChainUnreadable(
        "wrong_network",
        `the node is on chain ${id}, not on ${this.options.chainId}`,
      );
    }
    const block = await this.#read(this.#client.getBlock({ blockTag: "latest" }));
    return { number: Number(block.number), hash: block.hash.toLowerCase() };
  }

  /** The hash of the block at this height, or null where there is none. */
  async hashAt(blockNumber: number): Promise<string | null> {
    const block = await this.#read(
      this.#client.getBlock({ blockNumber: BigInt(blockNumber) }),
      BlockNotFoundError,
    );
    return block?.hash.toLowerCase() ?? null;
  }

  /** Transfers of these tokens to these addresses in a range of blocks that exist. */
  async transfersTo(
    addresses: readonly string[],
    tokens: readonly string[],
    { from, to }: { from: number; to: number },
  ): Promise<TransferLog[]> {
    const logs = await this.#read(
      this.#client.getLogs({
        address: tokens as Address[],
        event: TRANSFER,
        args: { to: addresses as Address[] },
        fromBlock: BigInt(from),
        toBlock: BigInt(to),
        strict: true,
      }),
    );
    return logs.filter((log) => !log.removed).map((log) => transferOf(log));
  }

  /** A transaction that is in a block, or null. */
  async transaction(txHash: string): Promise<TransactionRead | null> {
    const receipt = await this.#read(
      this.#client.getTransactionReceipt({ hash: txHash as Hash }),
      TransactionReceiptNotFoundError,
    );
    if (receipt === null) return null;
    const first = receipt.logs[0]?.logIndex ?? 0;
    const transfers = parseEventLogs({ abi: [TRANSFER], logs: receipt.logs, strict: true });
    return {
      blockHash: receipt.blockHash.toLowerCase(),
      blockNumber: Number(receipt.blockNumber),
      succeeded: receipt.status === "success",
      transfers: transfers.map((log) => ({ ...transferOf(log), txLogNo: log.logIndex - first })),
    };
  }

  /** Who sent a transaction that the node knows, in a block or waiting for one, and with which number; or null. */
  async senderOf(txHash: string): Promise<{ sender: string; nonce: number } | null> {
    const known = await this.#read(
      this.#client.getTransaction({ hash: txHash as Hash }),
      TransactionNotFoundError,
    );
    return known && { sender: known.from.toLowerCase(), nonce: known.nonce };
  }

  /** How many transactions of this sender are in blocks: the number of its next one. */
  async nextNonce(sender: string): Promise<number> {
    return this.#read(this.#client.getTransactionCount({ address: sender as Address, blockTag: "latest" }));
  }

  async #read<T>(call: Promise<T>): Promise<T>;
  async #read<T>(call: Promise<T>, absent: new (...args: never[]) => Error): Promise<T | null>;
  async #read<T>(call: Promise<T>, absent?: new (...args: never[]) => Error): Promise<T | null> {
    try {
      return await call;
    } catch (error) {
      if (absent && error instanceof absent) return null;
      throw chainFailureOf(error);
    }
  }
}

interface ReadLog {
  transactionHash: string;
  logIndex: number;
  blockHash: string;
  blockNumber: bigint;
  address: string;
  args: { from: string; to: string; value: bigint };
}

function transferOf(log: ReadLog): TransferLog {
  return {
    txHash: log.transactionHash.toLowerCase(),
    logIndex: log.logIndex,
    blockHash: log.blockHash.toLowerCase(),
    blockNumber: Number(log.blockNumber),
    token: log.address.toLowerCase(),
    from: log.args.from.toLowerCase(),
    to: log.args.to.toLowerCase(),
    units: log.args.value,
  };
}
