import { openDatabase } from "@sightline/db/database";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";

/** Lets a worker's payouts go again; what was looked at counts as cleared up. */
export async function liftPayoutHold(
  ctx: DomainContext,
  { accountId, reason, liftedBy }: { accountId: number; reason: string; liftedBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ before: string }>(
      `update payout_check c set held = false, reason = $2, decided_by = $3, decided_at = $4
       from (select account_id, reason from payout_check where account_id = $1 and held for update) o
       where c.account_id = o.account_id returning o.reason as before`,
      [accountId, reason, liftedBy, new Date(ctx.clock.nowMs())],
    );
    if (rows[0] === undefined) throw new Refusal("conflict", "This worker's payouts are not held.");
    await giveNotice(ctx, { accountId, notice: "payouts_released", params: {} }, openDatabase(client));
    await recordStaffAct(client, {
      actorId: liftedBy,
      act: "lift_payout_hold",
      subject: `account:${accountId}`,
      before: { held: true, reason: rows[0].before },
      after: { held: false },
      reason,
    });
  });
}
