import { LIMITS } from "@sightline/contract/limits";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { imageBlocksChanged } from "./image-blocks-changed";

/** Staff let an account send pictures again: what could not be read in the last ten minutes counts no more. */
export async function excuseImages(
  ctx: DomainContext,
  { accountId, reason, excusedBy }: { accountId: number; reason: string; excusedBy: number },
): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  await inTransaction(ctx.pool, async (client) => {
    const { rowCount } = await client.query(
      `update image_mark set excused_at = $2 where account_id = $1 and ended_at > $3 and excused_at is null`,
      [accountId, new Date(nowMs), new Date(nowMs - LIMITS.bad_images.windowMs)],
    );
    if (!rowCount) throw new Refusal("conflict", "This account's pictures are taken already.");
    await recordStaffAct(client, {
      actorId: excusedBy,
      act: "excuse_images",
      subject: `account:${accountId}`,
      before: { unreadable: rowCount },
      after: { unreadable: 0 },
      reason,
    });
  });
  await imageBlocksChanged(ctx);
}
