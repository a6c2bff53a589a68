import { fillNotice, NOTICES, type NoticeName, type NoticesReply } from "@sightline/contract/notices";
import { notice } from "@sightline/db/schema/notice";
import { and, count, desc, eq, isNull } from "drizzle-orm";
import type { DomainContext } from "../context";

const NOTICES_MAX = 50;

/** What an account was told, newest first, at most fifty, and how many of all are unread. */
export async function listNotices(ctx: Pick<DomainContext, "db">, accountId: number): Promise<NoticesReply> {
  const [rows, [unread]] = await Promise.all([
    ctx.db
      .select()
      .from(notice)
      .where(eq(notice.accountId, accountId))
      .orderBy(desc(notice.id))
      .limit(NOTICES_MAX),
    ctx.db
      .select({ count: count() })
      .from(notice)
      .where(and(eq(notice.accountId, accountId), isNull(notice.readAt))),
  ]);
  return {
    unread: unread?.count ?? 0,
    notices: rows.flatMap((row) => {
      // A notice of another version of the code has no words here.
      const words = row.notice in NOTICES ? NOTICES[row.notice as NoticeName] : null;
      if (words === null) return [];
      return [
        {
          id: row.id,
          subject: fillNotice(words.subject, row.params),
          text: fillNotice(words.text, row.params),
          href: words.href,
          givenAtMs: row.givenAt.getTime(),
          read: row.readAt !== null,
        },
      ];
    }),
  };
}
