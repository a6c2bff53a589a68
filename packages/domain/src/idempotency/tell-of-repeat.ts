import { notice } from "@sightline/db/schema/notice";
import { and, desc, eq, gt } from "drizzle-orm";
import type { DomainContext } from "../context";
import { giveNotice } from "../notices/give-notice";
import { TOLD_AGAIN_MS } from "./recent-submissions";

/**
 * Tells a customer, in the app, that the same bytes were submitted twice within ten seconds and both are paid for; once
 * a day, whichever process it was that told.
 */
export async function tellOfRepeat(
  ctx: Pick<DomainContext, "db" | "clock" | "mail" | "recent">,
  { accountId, taskId, repeatOf }: { accountId: number; taskId: number; repeatOf: number },
): Promise<void> {
  if (!ctx.recent.isToBeTold(accountId)) return;
  try {
    if (await isTold(ctx, accountId)) return;
    const params = { first: String(repeatOf), second: String(taskId) };
    await giveNotice(ctx, { accountId, notice: "repeated_submission", params });
  } catch (error) {
    ctx.recent.notTold(accountId);
    throw error;
  }
}

async function isTold(ctx: Pick<DomainContext, "db" | "clock">, accountId: number): Promise<boolean> {
  const since = new Date(ctx.clock.nowMs() - TOLD_AGAIN_MS);
  const [told] = await ctx.db
    .select({ id: notice.id })
    .from(notice)
    .where(
      and(
        eq(notice.accountId, accountId),
        eq(notice.notice, "repeated_submission"),
        gt(notice.givenAt, since),
      ),
    )
    .orderBy(desc(notice.id))
    .limit(1);
  return told !== undefined;
}
