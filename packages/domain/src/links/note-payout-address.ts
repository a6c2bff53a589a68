import { createHash } from "node:crypto";
import type pg from "pg";
import type { DomainContext } from "../context";
import { TRACE_SORTS } from "./trace-sorts";

/**
 * Remembers an address on the chain as an account's own: where a worker is paid, or what a customer has paid from.
 * Accounts that share one are one person's, for as long as both are there.
 */
export async function notePayoutAddress(
  { clock }: Pick<DomainContext, "clock">,
  db: Pick<pg.ClientBase, "query">,
  { accountId, address }: { accountId: number; address: string },
): Promise<void> {
  await db.query({
    name: "note_payout_address",
    text: `insert into account_trace (account_id, sort, hash, seen_at) values ($1, $2, $3, $4)
           on conflict (account_id, sort, hash) do nothing`,
    values: [
      accountId,
      TRACE_SORTS.payout,
      createHash("sha256").update(address.toLowerCase()).digest(),
      new Date(clock.nowMs()),
    ],
  });
}
