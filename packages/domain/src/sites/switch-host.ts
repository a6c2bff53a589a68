import { hostSwitch } from "@sightline/db/schema/host-switch";
import { eq } from "drizzle-orm";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { bareHost, readHttpUrl } from "../outbound/safe-request";
import { Refusal } from "../refusal";
import { returnSiteTasks } from "./return-site-tasks";

const ACCOUNTS_MAX = 1_000;

/**
 * Switches a host off, with every name under it and for whoever has verified them; or on again, with no reason. Takes
 * effect at once: what waits is returned unpaid, what is submitted is refused.
 */
export async function switchHost(
  ctx: DomainContext,
  wanted: { host: string; reason: string | null; by: number | null },
): Promise<{ host: string; returnedTasks: number }> {
  const url = readHttpUrl(`https://${wanted.host.trim().replace(/^https?:\/\//i, "")}`);
  if (url === null) throw new Refusal("conflict", "This is no name of a host.");
  const host = bareHost(url);
  const { reason, by } = wanted;
  await ctx.db.transaction(async (tx) => {
    const [before] = await tx.select().from(hostSwitch).where(eq(hostSwitch.host, host)).for("update");
    const off = { reason: reason ?? "", offAt: new Date(ctx.clock.nowMs()), offBy: by };
    if (reason === null) {
      if (!before) throw new Refusal("not_found", `${host} is not switched off.`);
      await tx.delete(hostSwitch).where(eq(hostSwitch.host, host));
    } else {
      await tx
        .insert(hostSwitch)
        .values({ host, ...off })
        .onConflictDoUpdate({ target: hostSwitch.host, set: off });
    }
    if (by === null) return;
    await recordStaffAct(tx, {
      actorId: by,
      act: reason === null ? "switch_host_on" : "switch_host_off",
      subject: `host:${host}`,
      before: before ? { off: true, reason: before.reason } : { off: false },
      after: { off: reason !== null },
      reason,
    });
  });
  return { host, returnedTasks: await hostSwitched(ctx, host) };
}

/** Lets every process see the change, and returns the tasks of the accounts that it touches. */
export async function hostSwitched(ctx: DomainContext, host: string): Promise<number> {
  ctx.sites.forgetAll();
  ctx.hints.changed("host_switches");
  const { rows } = await ctx.pool.query<{ account_id: number }>({
    name: "accounts_of_host",
    text: `select distinct account_id from site s
           where s.host = $1 or right(s.host, length($1) + 1) = '.' || $1
             or (s.subdomains and right($1, length(s.host) + 1) = '.' || s.host)
           limit ${ACCOUNTS_MAX}`,
    values: [host],
  });
  if (rows.length === 0) return 0;
  return returnSiteTasks(
    ctx,
    rows.map((row) => row.account_id),
  );
}
