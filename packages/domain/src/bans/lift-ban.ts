import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { exchangeLimits } from "../limits/exchange-limits";
import { Refusal } from "../refusal";

/** Staff end a ban before its time; its count starts at zero. Holds here at once, in other processes within a second. */
export async function liftBan(
  ctx: DomainContext,
  { banId, reason, liftedBy }: { banId: number; reason: string; liftedBy: number },
): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ limit_name: string; subject: string; ends_at: Date }>(
      `update ban set lifted_at = $2, lifted_by = $3 where id = $1 and lifted_at is null and ends_at > $2
       returning limit_name, subject, ends_at`,
      [banId, new Date(nowMs), liftedBy],
    );
    const [ban] = rows;
    if (ban === undefined) throw new Refusal("conflict", "This ban has ended or was lifted already.");
    await recordStaffAct(client, {
      actorId: liftedBy,
      act: "lift_ban",
      subject: `ban:${ban.subject}`,
      before: { limit: ban.limit_name, endsAt: ban.ends_at },
      after: null,
      reason,
    });
  });
  await exchangeLimits(ctx, nowMs);
}
