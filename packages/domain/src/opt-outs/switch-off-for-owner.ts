import { optOut } from "@sightline/db/schema/opt-out";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { switchHost } from "../sites/switch-host";

/** The owner has proved the host: off, and no case for staff any more. */
export async function switchOffForOwner(
  ctx: DomainContext,
  { id, host }: { id: number; host: string },
): Promise<void> {
  await switchHost(ctx, { host, reason: "The site's owner has opted out.", by: null });
  const now = new Date(ctx.clock.nowMs());
  await ctx.db.update(optOut).set({ switchedOffAt: now, closedAt: now }).where(eq(optOut.id, id));
}
