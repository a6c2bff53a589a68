import { fillNotice, NOTICES, type NoticeName, type NoticeParams } from "@sightline/contract/notices";
import type { Database } from "@sightline/db/database";
import { accountProfile } from "@sightline/db/schema/account";
import { authUser } from "@sightline/db/schema/auth";
import { notice as noticeTable } from "@sightline/db/schema/notice";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { queueMail } from "../mail/queue-mail";

/**
 * Tells an account of something, in the app and, unless it has muted that, by mail; within the transaction of `db`. The
 * mail goes to its holder, or to the member (`userId`) whom it is about.
 */
export async function giveNotice<N extends NoticeName>(
  ctx: Pick<DomainContext, "db" | "clock" | "mail">,
  {
    accountId,
    userId,
    notice,
    params,
  }: { accountId: number; userId?: string; notice: N; params: NoticeParams<N> },
  db: Pick<Database, "insert" | "select"> = ctx.db,
): Promise<void> {
  await db.insert(noticeTable).values({ accountId, notice, params, givenAt: new Date(ctx.clock.nowMs()) });
  const { mails, subject, text, href } = NOTICES[notice];
  if (!mails || ctx.mail.options.mode === "off") return;
  const [reader] = await db
    .select({ email: authUser.email, muted: accountProfile.mutedNotices })
    .from(authUser)
    .innerJoin(accountProfile, eq(accountProfile.accountId, accountId))
    .where(userId === undefined ? eq(authUser.accountId, accountId) : eq(authUser.id, userId))
    .limit(1);
  if (!reader || reader.muted.includes(notice)) return;
  const mail = {
    to: reader.email,
    subject: fillNotice(subject, params),
    text: `${fillNotice(text, params)}\n\n${ctx.mail.options.publicUrl}${href}\n`,
  };
  await queueMail(ctx, mail, db);
}
