import { REASON_CODES } from "@sightline/contract/moderation";
import { openDatabase } from "@sightline/db/database";
import type pg from "pg";
import type { DomainContext } from "../context";
import type { DecidedCase, DecisionEffect } from "../moderation/decided-case";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";
import { endPayouts } from "./end-payouts";
import { notePayoutChecks } from "./note-payout-checks";

/**
 * A payout that is accepted goes its way. One that is refused leaves its batch, and its worker is left out of the next
 * ones until an admin lifts that; the amount stays the worker's. What a transaction may pay already is for admins.
 */
export async function decidePayoutCheck(
  ctx: DomainContext,
  client: pg.PoolClient,
  { subject, verdict, reasonCode, note, moderatorId }: DecidedCase,
): Promise<DecisionEffect> {
  const accountId = Number(subject.split(":")[1]);
  const held = verdict !== "accept";
  const reason = [REASON_CODES[reasonCode], note].filter(Boolean).join(" ");
  const reserved = held ? await lockReserved(client, accountId) : undefined;
  await notePayoutChecks(ctx, client, { accountIds: [accountId], held, reason, decidedBy: moderatorId });
  if (held) {
    if (reserved) await takeOut(ctx, client, { ...reserved, reason });
    const params = { reason };
    await giveNotice(ctx, { accountId, notice: "payouts_held", params }, openDatabase(client));
  }
  return { refundedMicros: 0, takenBackMicros: 0 };
}

interface Reserved {
  payoutId: number;
  batchId: number;
  micros: number;
  state: "made" | "approved";
}

async function lockReserved(client: pg.PoolClient, accountId: number): Promise<Reserved | undefined> {
  const { rows } = await client.query<Reserved & { open: boolean }>({
    name: "lock_reserved_payout",
    text: `
      select p.id as "payoutId", b.id as "batchId", p.micros, b.state,
        exists(select from payout_transaction t where t.batch_id = b.id and t.state = 'entered') as open
      from payout p join payout_batch b on b.id = p.batch_id
      where p.account_id = $1 and p.state = 'reserved' for update of b`,
    values: [accountId],
  });
  if (rows[0]?.open) throw new Refusal("conflict", "A transaction of its batch may pay this payout already.");
  return rows[0];
}

/** A batch that nobody has approved yet becomes smaller; the last payout takes it along. */
async function takeOut(
  ctx: DomainContext,
  client: pg.PoolClient,
  { payoutId, batchId, micros, state, reason }: Reserved & { reason: string },
): Promise<void> {
  const ended = await endPayouts(ctx, client, { ended: [{ id: payoutId, state: "returned" }], reason });
  // The chain has shown it meanwhile.
  if (ended.length === 0) throw new Refusal("conflict", "This payout is paid already.");
  if (state === "made")
    await client.query({
      name: "shrink_payout_batch",
      text: `update payout_batch b set total_micros = total_micros - $2,
               state = case when exists(select from payout p where p.batch_id = b.id and p.state = 'reserved')
                 then b.state else 'cancelled' end
             where id = $1`,
      values: [batchId, micros],
    });
}
