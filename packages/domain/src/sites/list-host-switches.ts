import type { HostSwitchRow } from "@sightline/contract/sites";
import { hostSwitch } from "@sightline/db/schema/host-switch";
import { desc } from "drizzle-orm";
import type { DomainContext } from "../context";

const LATEST = 500;

/** Hosts that are switched off, the latest first. */
export async function listHostSwitches(ctx: Pick<DomainContext, "db">): Promise<HostSwitchRow[]> {
  const rows = await ctx.db.select().from(hostSwitch).orderBy(desc(hostSwitch.offAt)).limit(LATEST);
  return rows.map(({ host, reason, offAt, offBy }) => ({
    host,
    reason,
    offAtMs: offAt.getTime(),
    byOwner: offBy === null,
  }));
}
