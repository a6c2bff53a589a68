import { formatUsd } from "@sightline/contract/money";
import { openDatabase } from "@sightline/db/database";
import type pg from "pg";
import type { DomainContext } from "../context";
import { bookMoves } from "../ledger/book-moves";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { giveNotice } from "../notices/give-notice";

/**
 * Gives back, within a transaction, what a transaction of the chain had paid that the chain has taken back. Each payout is
 * taken by a compare-and-set and has one such line, so none is given back twice. Returns how many there were.
 */
export async function undoPayouts(
  ctx: Pick<DomainContext, "clock" | "mail" | "db">,
  client: pg.PoolClient,
  { chainId, txHash, reason }: { chainId: number; txHash: string; reason: string },
): Promise<number> {
  const { rows } = await client.query<{ id: number; accountId: number; micros: number }>(
    `update payout set state = 'undone', ended_at = $3, reason = $4
     where chain_id = $1 and tx_hash = $2 and state = 'paid'
     returning id, account_id as "accountId", micros`,
    [chainId, txHash, new Date(ctx.clock.nowMs()), reason],
  );
  await bookMoves(
    client,
    rows.map(({ id, accountId, micros }) => ({
      causeId: id,
      posting: "payout_undone" as const,
      debitId: PLATFORM_ACCOUNTS.world,
      creditId: accountId,
      micros,
    })),
  );
  const db = openDatabase(client);
  for (const { accountId, micros } of rows)
    await giveNotice(ctx, { accountId, notice: "payout_undone", params: { amount: formatUsd(micros) } }, db);
  return rows.length;
}
