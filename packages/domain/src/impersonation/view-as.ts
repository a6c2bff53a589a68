import { VIEWING_MS } from "@sightline/contract/staff-accounts";
import { recordStaffAct } from "../audit/record-staff-act";
import type { Actor } from "../auth/actor";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import type { Service } from "../maintenance/service";
import { Refusal } from "../refusal";

const KEPT_MS = 365 * 24 * 3_600_000;

/**
 * An admin's session sees the pages of a customer or a worker as they do, for a quarter of an hour at most, and can
 * change nothing: only queries are answered. The account's timeline shows it.
 */
export async function viewAs(
  ctx: DomainContext,
  { accountId, reason, actor }: { accountId: number; reason: string; actor: Actor },
): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  await inTransaction(ctx.pool, async (client) => {
    const { rowCount } = await client.query(
      `insert into impersonation (session_id, actor_id, account_id, reason, started_at, ends_at)
       select $1, $2, a.id, $4, $5, $6 from account a join auth_user u on u.account_id = a.id
       where a.id = $3 and a.role in ('customer', 'worker')`,
      [actor.sessionId, actor.accountId, accountId, reason, new Date(nowMs), new Date(nowMs + VIEWING_MS)],
    );
    if (rowCount !== 1) throw new Refusal("not_found", "There is no such customer or worker.");
    await recordStaffAct(client, {
      actorId: actor.accountId,
      act: "view_as",
      subject: `account:${accountId}`,
      before: null,
      after: { endsAt: new Date(nowMs + VIEWING_MS) },
      reason,
    });
  });
  await changed(ctx);
}

/** Back to one's own pages. */
export async function stopViewing(ctx: DomainContext, actor: Actor): Promise<void> {
  const now = new Date(ctx.clock.nowMs());
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ account_id: number }>(
      `update impersonation set stopped_at = $2 where session_id = $1 and stopped_at is null and ends_at > $2
       returning account_id`,
      [actor.sessionId, now],
    );
    for (const { account_id } of rows)
      await recordStaffAct(client, {
        actorId: actor.accountId,
        act: "stop_viewing",
        subject: `account:${account_id}`,
        before: null,
        after: null,
      });
  });
  await changed(ctx);
}

async function changed(ctx: Pick<DomainContext, "impersonations" | "hints">): Promise<void> {
  await ctx.impersonations.load();
  ctx.hints.changed("impersonations");
}

/** What other processes started or stopped is known within a second; history goes after a year. */
export const keepImpersonations: Service = {
  name: "keep-impersonations",
  everyMs: 1_000,
  async runOnce(ctx) {
    await ctx.impersonations.load();
    return 0;
  },
};
export const sweepImpersonations: Service = {
  name: "sweep-impersonations",
  everyMs: 3_600_000,
  async runOnce(ctx) {
    await ctx.pool.query("delete from impersonation where ends_at < $1", [
      new Date(ctx.clock.nowMs() - KEPT_MS),
    ]);
    return 0;
  },
};
