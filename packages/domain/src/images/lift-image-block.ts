import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { imageBlocksChanged } from "./image-blocks-changed";

/** Staff lift a block. The votes that led to it count no more, so it takes three new ones to set it again. */
export async function liftImageBlock(
  ctx: DomainContext,
  { blockId, reason, liftedBy }: { blockId: number; reason: string; liftedBy: number },
): Promise<void> {
  const now = new Date(ctx.clock.nowMs());
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ account_id: number | null; sha256: Buffer; reason: string }>(
      `update image_block set lifted_at = $2, lifted_by = $3, lift_reason = $4
       where id = $1 and lifted_at is null and (ends_at is null or ends_at > $2)
       returning account_id, sha256, reason`,
      [blockId, now, liftedBy, reason],
    );
    const [block] = rows;
    if (block === undefined) throw new Refusal("conflict", "This block has ended or was lifted already.");
    await client.query(
      `update image_mark set excused_at = $3
       where ($1::int is null or account_id = $1) and sha256 = $2 and excused_at is null and ended_at > $4`,
      [block.account_id, block.sha256, now, new Date(ctx.clock.nowMs() - EXCUSED_BACK_MS)],
    );
    await recordStaffAct(client, {
      actorId: liftedBy,
      act: "lift_image_block",
      subject: `image_block:${blockId}`,
      before: { accountId: block.account_id, reason: block.reason },
      after: null,
      reason,
    });
  });
  await imageBlocksChanged(ctx);
}

const EXCUSED_BACK_MS = 48 * 3_600_000;
