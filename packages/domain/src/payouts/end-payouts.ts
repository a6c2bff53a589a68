import { formatUsd } from "@sightline/contract/money";
import { openDatabase } from "@sightline/db/database";
import type pg from "pg";
import type { DomainContext } from "../context";
import { bookMoves } from "../ledger/book-moves";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { giveNotice } from "../notices/give-notice";

export type EndedPayout =
  | { id: number; state: "returned" }
  | { id: number; state: "paid"; txHash: string; txLogNo: number };

/**
 * Ends reserved payouts within a transaction: paid, with the chain's transfer that shows it, or returned. The row is
 * taken by a compare-and-set, and both ways have the same line of the same cause, so none can end twice or both ways.
 * Returns the ids that it ended.
 */
export async function endPayouts(
  ctx: Pick<DomainContext, "clock" | "mail" | "db">,
  client: pg.PoolClient,
  { ended, reason = null }: { ended: readonly EndedPayout[]; reason?: string | null },
): Promise<number[]> {
  const { rows } = await client.query<{
    id: number;
    accountId: number;
    micros: number;
    state: "paid" | "returned";
    address: string;
  }>(
    `update payout p set state = e.state, tx_hash = e.tx_hash, tx_log_no = e.tx_log_no, ended_at = $5, reason = $6
     from unnest($1::bigint[], $2::text[], $3::text[], $4::int[]) as e(id, state, tx_hash, tx_log_no)
     where p.id = e.id and p.state = 'reserved'
     returning p.id, p.account_id as "accountId", p.micros, p.state, p.address`,
    [
      ended.map(({ id }) => id),
      ended.map(({ state }) => state),
      ended.map((each) => (each.state === "paid" ? each.txHash : null)),
      ended.map((each) => (each.state === "paid" ? each.txLogNo : null)),
      new Date(ctx.clock.nowMs()),
      reason,
    ],
  );
  if (rows.length === 0) return [];
  const { payouts, world } = PLATFORM_ACCOUNTS;
  await bookMoves(
    client,
    rows.map(({ id, accountId, micros, state }) =>
      state === "paid"
        ? { causeId: id, posting: "payout_paid", debitId: payouts, creditId: world, micros }
        : { causeId: id, posting: "payout_return", debitId: payouts, creditId: accountId, micros },
    ),
  );
  const db = openDatabase(client);
  for (const { accountId, micros, state, address } of rows) {
    const amount = formatUsd(micros);
    if (state === "paid")
      await giveNotice(ctx, { accountId, notice: "payout_sent", params: { amount, address } }, db);
    else await giveNotice(ctx, { accountId, notice: "payout_returned", params: { amount } }, db);
  }
  return rows.map(({ id }) => id);
}
