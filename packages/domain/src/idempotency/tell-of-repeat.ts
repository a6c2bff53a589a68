import { notice } from "@sightline/db/schema/notice";
import { and, desc, eq, gt } from "drizzle-orm";
import type { DomainContext } from "../context";
import { giveNotice } from "../notices/give-notice";

/** A program that repeats all it sends is told of it once a day. */
const AGAIN_MS = 24 * 3_600_000;

/** Tells a customer, in the app, that the same bytes were submitted twice within ten seconds and both are paid for. */
export async function tellOfRepeat(
  ctx: Pick<DomainContext, "db" | "clock" | "mail">,
  { accountId, taskId, repeatOf }: { accountId: number; taskId: number; repeatOf: number },
): Promise<void> {
  const since = new Date(ctx.clock.nowMs() - AGAIN_MS);
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
  if (told) return;
  const params = { first: String(repeatOf), second: String(taskId) };
  await giveNotice(ctx, { accountId, notice: "repeated_submission", params });
}
