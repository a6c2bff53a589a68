import { notice } from "@sightline/db/schema/notice";
import { and, eq, isNull, lte } from "drizzle-orm";
import type { DomainContext } from "../context";

/** Everything an account was told up to this notice counts as seen. */
export async function markNoticesRead(
  ctx: Pick<DomainContext, "db" | "clock">,
  { accountId, upToId }: { accountId: number; upToId: number },
): Promise<void> {
  await ctx.db
    .update(notice)
    .set({ readAt: new Date(ctx.clock.nowMs()) })
    .where(and(eq(notice.accountId, accountId), lte(notice.id, upToId), isNull(notice.readAt)));
}
