import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { addressSubject } from "../limits/address-subject";
import { exchangeLimits } from "../limits/exchange-limits";
import { Refusal } from "../refusal";

const EXEMPTIONS_MAX = 1_000;

/** Wrong keys from this address count for nothing any more, and no ban of it holds. */
export async function exemptAddress(
  ctx: DomainContext,
  { address, reason, setBy }: { address: string; reason: string; setBy: number },
): Promise<{ subject: string }> {
  const subject = addressSubject(address);
  const nowMs = ctx.clock.nowMs();
  await inTransaction(ctx.pool, async (client) => {
    const { rowCount } = await client.query(
      `insert into ban_exemption (subject, reason, set_by, set_at)
       select $1, $2, $3, $4 where (select count(*) from ban_exemption) < ${EXEMPTIONS_MAX} on conflict do nothing`,
      [subject, reason, setBy, new Date(nowMs)],
    );
    if (rowCount !== 1) throw new Refusal("conflict", `${subject} is exempt already, or too many are.`);
    await recordStaffAct(client, {
      actorId: setBy,
      act: "exempt_address",
      subject: `ban:${subject}`,
      before: null,
      after: { exempt: true },
      reason,
    });
  });
  await exchangeLimits(ctx, nowMs);
  return { subject };
}

export async function endExemption(
  ctx: DomainContext,
  { subject, reason, endedBy }: { subject: string; reason: string; endedBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ reason: string }>(
      "delete from ban_exemption where subject = $1 returning reason",
      [subject],
    );
    const [before] = rows;
    if (before === undefined) throw new Refusal("not_found", `${subject} is not exempt.`);
    await recordStaffAct(client, {
      actorId: endedBy,
      act: "end_exemption",
      subject: `ban:${subject}`,
      before: { exempt: true, reason: before.reason },
      after: { exempt: false },
      reason,
    });
  });
  await exchangeLimits(ctx, ctx.clock.nowMs());
}
