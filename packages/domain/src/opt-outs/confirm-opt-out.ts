import type { OptOutOutcome } from "@sightline/contract/sites";
import { optOut } from "@sightline/db/schema/opt-out";
import { and, eq, gt } from "drizzle-orm";
import type { DomainContext } from "../context";
import { linkHash } from "./ask-opt-out";
import { speaksForHost } from "./speaks-for-host";
import { switchOffForOwner } from "./switch-off-for-owner";

const LINK_LIVES_MS = 24 * 3_600_000;

/** Whoever opened the link can read the mail: staff know that the address is real, or the host is switched off. */
export async function confirmOptOut(ctx: DomainContext, secret: string): Promise<OptOutOutcome> {
  const nowMs = ctx.clock.nowMs();
  const [row] = await ctx.db
    .update(optOut)
    .set({ mailConfirmedAt: new Date(nowMs) })
    .where(and(eq(optOut.linkSha256, linkHash(secret)), gt(optOut.askedAt, new Date(nowMs - LINK_LIVES_MS))))
    .returning();
  if (!row) return "unknown";
  if (!speaksForHost(row.email, row.host)) return row.switchedOffAt === null ? "confirmed" : "switched_off";
  await switchOffForOwner(ctx, row);
  return "switched_off";
}
