import type { Database } from "@sightline/db/database";
import { mail } from "@sightline/db/schema/mail";
import type { DomainContext } from "../context";
import type { MailText } from "./mail-desk";
import { MAIL_STATES } from "./mail-states";

const SUBJECT_MAX_LENGTH = 200;
const TEXT_MAX_LENGTH = 20_000;

/**
 * Mail that goes out once the transaction of `db` is committed; a service sends it and tries again for a day. Does
 * nothing where mail is off. The subject is one line; both are cut at their limits.
 */
export async function queueMail(
  ctx: Pick<DomainContext, "db" | "clock" | "mail">,
  { to, subject, text }: MailText & { to: string },
  db: Pick<Database, "insert"> = ctx.db,
): Promise<void> {
  const { mode } = ctx.mail.options;
  if (mode === "off") return;
  const now = new Date(ctx.clock.nowMs());
  await db.insert(mail).values({
    toAddress: to,
    sealed: ctx.mail.sealFor(to, {
      subject: subject.replace(/\s+/g, " ").trim().slice(0, SUBJECT_MAX_LENGTH),
      text: text.slice(0, TEXT_MAX_LENGTH),
    }),
    state: mode === "caught" ? MAIL_STATES.caught : MAIL_STATES.due,
    queuedAt: now,
    nextAttemptAt: mode === "caught" ? null : now,
  });
}
