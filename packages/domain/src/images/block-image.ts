import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { imageBlocksChanged } from "./image-blocks-changed";

/**
 * Staff block exactly the bytes of a task's pictures, for its account or for everybody, until somebody lifts it. Only
 * pictures that nobody could read can be blocked. An automatic block of the same bytes becomes theirs.
 */
export async function blockImage(
  ctx: DomainContext,
  wanted: { taskId: number; forEverybody: boolean; reason: string; blockedBy: number },
): Promise<void> {
  const { taskId, forEverybody, reason, blockedBy } = wanted;
  await inTransaction(ctx.pool, async (client) => {
    // The digest outlives the picture, which may be gone by now.
    const { rows } = await client.query<{ account_id: number; sha256: Buffer; byte_count: number }>(
      "select account_id, sha256, byte_count from image_mark where task_id = $1",
      [taskId],
    );
    const [found] = rows;
    if (found === undefined) throw new Refusal("not_found", "There is no such unreadable picture.");
    const accountId = forEverybody ? null : found.account_id;
    const { rowCount } = await client.query(
      `insert into image_block (account_id, sha256, byte_count, task_id, set_by, reason, set_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (coalesce(account_id, 0), sha256) where lifted_at is null
         do update set set_by = $5, reason = $6, set_at = $7, ends_at = null where image_block.set_by is null`,
      [accountId, found.sha256, found.byte_count, taskId, blockedBy, reason, new Date(ctx.clock.nowMs())],
    );
    if (rowCount !== 1) throw new Refusal("conflict", "This picture is blocked already.");
    await recordStaffAct(client, {
      actorId: blockedBy,
      act: "block_image",
      subject: `task:${taskId}`,
      before: null,
      after: { accountId },
      reason,
    });
  });
  await imageBlocksChanged(ctx);
}
