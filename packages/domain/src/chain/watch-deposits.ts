import type { DomainContext } from "../context";
import { bookConfirmed } from "../deposits/book-confirmed";
import { markMissing } from "../deposits/mark-missing";
import { markVanished } from "../deposits/mark-vanished";
import { recordTransfers } from "../deposits/record-transfers";
import type { Service } from "../maintenance/service";
import type { Chain, TransferLog } from "./chain";
import { ChainUnreadable } from "./chain-failures";
import { endTurn, failTurn, takeTurn, type WatchTurn } from "./watch-turn";
import { watchedPlaces } from "./watched-places";

/** How many addresses one question for logs names. */
const ADDRESSES_ASKED_MAX = 500;
/** After a reorganisation deeper than the confirmations this many blocks are read again. */
const DEEP_REWIND_BLOCKS = 1_000;

/**
 * Reads the chain from the last block that had its confirmations to the head, in bounded ranges: what is new is seen
 * unconfirmed at once, what has its confirmations is booked, what is gone is said to be gone. All that it knows
 * stands in tables, so a restart goes on where it was, and reading the same again changes nothing.
 */
export const watchDeposits: Service = {
  name: "watch-deposits",
  everyMs: 1_000,
  async runOnce(ctx) {
    const { chain } = ctx;
    if (chain === null) return 0;
    const { chainId } = chain.options;
    const turn = await takeTurn(ctx, chainId);
    if (turn === null) return 0;
    try {
      return await watch(ctx, chain, turn);
    } catch (error) {
      if (!(error instanceof ChainUnreadable)) throw error;
      ctx.log.warn({ failure: error.failure, reason: error.message }, "the chain cannot be read");
      await failTurn(ctx, { chainId, failure: error.failure });
      return 0;
    }
  },
};

async function watch(ctx: DomainContext, chain: Chain, turn: WatchTurn): Promise<number> {
  const { chainId, confirmations } = chain.options;
  const head = await chain.head();
  const confirmedBlock = Math.max(head.number - confirmations + 1, 0);
  // A chain that is watched for the first time is read from here: no address of ours is older.
  let scanned = turn.scannedBlock ?? Math.max(confirmedBlock - 1, 0);
  if (await hasLostBlock(chain, head.number, { scanned, scannedHash: turn.scannedHash })) {
    scanned = Math.max(scanned - DEEP_REWIND_BLOCKS, 0);
    await markMissing(ctx, chain, { fromBlock: scanned });
  }
  const to = Math.min(head.number, scanned + rangeOf(chain, turn));
  const reached = Math.min(to, Math.max(confirmedBlock, scanned));
  // Asked before the logs: a reorganisation in between shows at the next look.
  const scannedHash = await chain.hashAt(reached);
  let handled = 0;
  if (to > scanned) handled += await readRange(ctx, chain, { from: scanned + 1, to });
  handled += await bookConfirmed(ctx, chain, { confirmedBlock });
  await endTurn(ctx, { chainId, headBlock: head.number, scannedBlock: reached, scannedHash });
  return handled;
}

/** Whether a block that had its confirmations is another one now. A node that only lacks it is behind. */
async function hasLostBlock(
  chain: Chain,
  headNumber: number,
  { scanned, scannedHash }: { scanned: number; scannedHash: string | null },
): Promise<boolean> {
  const hash = headNumber < scanned ? null : await chain.hashAt(scanned);
  if (hash === null) throw new ChainUnreadable("behind", `the node ends at block ${headNumber}`);
  return scannedHash !== null && hash !== scannedHash;
}

/** Nodes refuse questions whose answers are long: after each refusal the next one is half as wide. */
function rangeOf({ options }: Chain, { failures }: WatchTurn): number {
  return Math.max(Math.floor(options.blockRange / 2 ** failures), 1);
}

async function readRange(
  ctx: DomainContext,
  chain: Chain,
  range: { from: number; to: number },
): Promise<number> {
  const places = await watchedPlaces(ctx, chain.options.chainId);
  const addresses = [...places.owners.keys()];
  const tokens = [...places.tokens.keys()];
  const found: TransferLog[] = [];
  let seen = 0;
  for (let start = 0; start < addresses.length; start += ADDRESSES_ASKED_MAX) {
    const asked = addresses.slice(start, start + ADDRESSES_ASKED_MAX);
    const logs = await chain.transfersTo(asked, tokens, range);
    seen += await recordTransfers(ctx, chain, { logs, places });
    found.push(...logs);
  }
  await markVanished(ctx, chain, { range, found });
  return seen;
}
