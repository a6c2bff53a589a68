import type pg from "pg";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";

/** A browser's clock may be this much behind. */
const PAST_MS_MAX = 60_000;
/** New versions wait for each other: they are rare. */
const LOCK = "select pg_advisory_xact_lock(7201148)";

/**
 * A new version of the acceptable-use policy, from a time on. Customers who accepted an older one are asked again then.
 * Only one waits for its time at once, so that what takes effect next is never in doubt.
 */
export async function publishPolicy(
  ctx: Pick<DomainContext, "pool" | "clock">,
  wanted: {
    text: string;
    changes: string;
    effectiveFromMs?: number | undefined;
    publishedBy: number;
  },
): Promise<{ version: number }> {
  const { text, changes, publishedBy } = wanted;
  const nowMs = ctx.clock.nowMs();
  const fromMs = Math.max(wanted.effectiveFromMs ?? nowMs, nowMs);
  if ((wanted.effectiveFromMs ?? nowMs) < nowMs - PAST_MS_MAX)
    throw new Refusal("conflict", "A policy cannot take effect in the past. Choose a later time.");
  return inTransaction(ctx.pool, async (client) => {
    await client.query(LOCK);
    const { rows } = await client.query<{ version: number; text: string; coming: boolean }>(
      `select version, text, withdrawn_at is null and effective_from > $1::timestamptz as coming from policy_version
       order by version desc limit 1`,
      [new Date(nowMs)],
    );
    const [latest] = rows;
    if (latest?.coming)
      throw new Refusal("conflict", `Version ${latest.version} is still to come. Withdraw it first.`);
    const version = (latest?.version ?? 0) + 1;
    await client.query(
      `insert into policy_version (version, text, changes, effective_from, published_at, published_by)
       values ($1, $2, $3, $4, $5, $6)`,
      [version, text, changes, new Date(fromMs), new Date(nowMs), publishedBy],
    );
    await recordStaffAct(client, {
      actorId: publishedBy,
      act: "publish_policy",
      subject: `policy:${version}`,
      before: latest ? { version: latest.version, text: latest.text } : null,
      after: { version, text, effectiveFromMs: fromMs },
      reason: changes,
    });
    return { version };
  });
}

/** Takes a version off that has not taken effect. */
export async function withdrawPolicy(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { version, withdrawnBy }: { version: number; withdrawnBy: number },
): Promise<void> {
  const now = new Date(ctx.clock.nowMs());
  await inTransaction(ctx.pool, async (client) => {
    await client.query(LOCK);
    if (!(await withdraw(client, version, now)))
      throw new Refusal("conflict", "Only a version that has not taken effect can be withdrawn.");
    await recordStaffAct(client, {
      actorId: withdrawnBy,
      act: "withdraw_policy",
      subject: `policy:${version}`,
      before: { withdrawn: false },
      after: { withdrawn: true },
    });
  });
}

async function withdraw(client: pg.PoolClient, version: number, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `update policy_version set withdrawn_at = $2
     where version = $1 and withdrawn_at is null and effective_from > $2::timestamptz`,
    [version, now],
  );
  return (rowCount ?? 0) > 0;
}
