import { authUser } from "@sightline/db/schema/auth";
import { eq } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import { hitExactLimit } from "../limits/hit-exact-limit";
import { queueMail } from "../mail/queue-mail";
import { openCase } from "../moderation/open-case";
import { Refusal } from "../refusal";

/** Mail goes to so many admins at most. */
const ADMINS_MAX = 5;

/**
 * Somebody asks for help: a case for staff, and mail to the admins. What is decided goes back by mail, or as a notice
 * to an account. Who is logged in speaks for their account, whatever address they typed.
 */
export async function askSupport(
  ctx: DomainContext,
  asked: { email: string; message: string; sender: string; actor: Actor | null },
): Promise<{ caseId: number }> {
  const verdict = await hitExactLimit(ctx, "support_requests", addressSubject(asked.sender));
  if (!verdict.allowed) {
    const minutes = Math.ceil(verdict.retryAfterMs / 60_000);
    throw new Refusal("busy", `Too many messages from your address. Try again in ${minutes} minutes.`);
  }
  const { actor, message } = asked;
  const email = actor?.email ?? asked.email.trim().toLowerCase();
  const caseId = await ctx.db.transaction(async (tx) => {
    const opened = await openCase(
      ctx,
      {
        kind: "support",
        subject: `request:${ctx.ids.next()}`,
        accountId: actor?.accountId,
        about: { email, message },
      },
      tx,
    );
    const admins = await tx
      .select({ email: authUser.email })
      .from(authUser)
      .where(eq(authUser.role, "admin"))
      .orderBy(authUser.createdAt)
      .limit(ADMINS_MAX);
    for (const admin of admins) {
      await queueMail(ctx, { to: admin.email, ...mailText(ctx, { email, message }) }, tx);
    }
    return opened;
  });
  // Every subject is new, so the case is, too.
  if (caseId === null) throw new Error("a new request was open already");
  return { caseId };
}

function mailText(
  ctx: Pick<DomainContext, "mail">,
  { email, message }: { email: string; message: string },
): { subject: string; text: string } {
  const { publicUrl } = ctx.mail.options;
  return {
    subject: `Support: a message of ${email}`,
    text: [`${email} writes:`, message, `It is a case for staff: ${publicUrl}/staff/queue`].join("\n\n"),
  };
}
