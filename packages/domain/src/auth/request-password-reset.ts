import type { RequestPasswordResetReply } from "@sightline/contract/access";
import { authUser } from "@sightline/db/schema/auth";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import { hitExactLimit } from "../limits/hit-exact-limit";
import { queueMail } from "../mail/queue-mail";
import { makeAuthLink } from "./auth-links";
import { emailSubject } from "./email-subject";
import type { Visit } from "./visit";

/**
 * Mails a link with which a forgotten password is replaced. Known and unknown addresses get the same answer and count
 * alike, so nobody learns who has an account, and nobody's mailbox is filled.
 */
export async function requestPasswordReset(
  ctx: DomainContext,
  visit: Visit,
  { email }: { email: string },
): Promise<RequestPasswordResetReply> {
  if (ctx.mail.options.mode === "off") return { outcome: "no_mail" };
  const byAddress = await hitExactLimit(ctx, "mail_links_address", addressSubject(visit.address));
  const verdict = byAddress.allowed
    ? await hitExactLimit(ctx, "mail_links_account", emailSubject(email))
    : byAddress;
  if (!verdict.allowed) {
    return { outcome: "too_many_attempts", retryAfterSeconds: Math.ceil(verdict.retryAfterMs / 1_000) };
  }
  await ctx.db.transaction(async (tx) => {
    const [user] = await tx
      .select({ id: authUser.id, email: authUser.email })
      .from(authUser)
      .where(eq(authUser.email, email.toLowerCase()));
    if (user === undefined) return;
    const { publicUrl } = ctx.mail.options;
    const nowMs = ctx.clock.nowMs();
    const link = await makeAuthLink(tx, { userId: user.id, purpose: "reset_password", nowMs, publicUrl });
    const text = `Somebody, probably you, asked for a new password at Sightline. Choose it here, within an hour:\n\n${link}\n\nIf it was not you, do nothing: your password stays as it is.\n`;
    await queueMail(ctx, { to: user.email, subject: "Choose a new password", text }, tx);
  });
  return { outcome: "sent" };
}
