import type { AbuseSignal, ShownEvidence } from "@sightline/contract/abuse-signals";
import { openDatabase } from "@sightline/db/database";
import type pg from "pg";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";
import { suspensionEvidence } from "../workers/suspension-evidence";

/**
 * Suspends an account with the reason that its holder reads, a worker also with the evidence that staff have named. Its queued tasks end as unsolvable, unpaid; leased ones
 * finish and answers stay readable. Whoever holds it can log in to read why and to appeal.
 */
export async function suspendAccount(
  ctx: DomainContext,
  wanted: {
    accountId: number;
    reason: string;
    untilMs: number | null;
    suspendedBy: number;
    evidence?: AbuseSignal["signal"][];
  },
): Promise<void> {
  const { accountId, reason, untilMs, suspendedBy } = wanted;
  const nowMs = ctx.clock.nowMs();
  if (accountId === suspendedBy) throw new Refusal("conflict", "You cannot suspend your own account.");
  if (untilMs !== null && untilMs <= nowMs)
    throw new Refusal("conflict", "A suspension ends in the future. Choose a later time.");
  const evidence = await suspensionEvidence(ctx, accountId, wanted.evidence ?? []);
  await inTransaction(ctx.pool, async (client) => {
    const after = { at: new Date(nowMs), reason, untilMs, evidence };
    const before = await setSuspension(client, accountId, after);
    const params = { reason, until: untilMs === null ? "further notice" : new Date(untilMs).toISOString() };
    await giveNotice(ctx, { accountId, notice: "account_suspended", params }, openDatabase(client));
    await recordStaffAct(client, {
      actorId: suspendedBy,
      act: "suspend_account",
      subject: `account:${accountId}`,
      before,
      after: { untilMs, evidence },
      reason,
    });
  });
  await suspensionsChanged(ctx, accountId);
}

/** Lifts a suspension, within the transaction of `client`; call `suspensionsChanged` after its commit. */
export async function liftSuspension(
  ctx: DomainContext,
  client: pg.PoolClient,
  { accountId, reason, liftedBy }: { accountId: number; reason: string | null; liftedBy: number | null },
): Promise<void> {
  const before = await setSuspension(client, accountId, null);
  await giveNotice(ctx, { accountId, notice: "suspension_lifted", params: {} }, openDatabase(client));
  await recordStaffAct(client, {
    actorId: liftedBy,
    act: "lift_suspension",
    subject: `account:${accountId}`,
    before,
    after: null,
    reason,
  });
}

/** Makes every process know it at once. */
export async function suspensionsChanged(ctx: DomainContext, accountId: number): Promise<void> {
  ctx.apiKeys.forget(accountId);
  ctx.hints.changed(`account:${accountId}`);
  ctx.hints.changed("suspensions");
  await ctx.suspensions.load();
}

async function setSuspension(
  client: Pick<pg.ClientBase, "query">,
  accountId: number,
  after: { at: Date; reason: string; untilMs: number | null; evidence: ShownEvidence[] } | null,
): Promise<unknown> {
  const { rows } = await client.query<{ before: unknown }>({
    name: "set_suspension",
    text: `
      with before as (select * from account_profile where account_id = $1 for update)
      update account_profile p set suspended_at = $2::timestamptz, suspended_reason = $3::text,
        suspended_until = $4::timestamptz, suspended_evidence = $5::jsonb
      from before b where p.account_id = b.account_id
      returning json_build_object('suspendedAt', b.suspended_at, 'reason', b.suspended_reason, 'until', b.suspended_until)
        as before`,
    values: [
      accountId,
      after?.at ?? null,
      after?.reason ?? null,
      after?.untilMs == null ? null : new Date(after.untilMs),
      after === null ? null : JSON.stringify(after.evidence),
    ],
  });
  const row = rows[0];
  if (row === undefined) throw new Refusal("not_found", "There is no such account.");
  return row.before;
}
