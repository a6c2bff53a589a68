import type { DomainContext } from "../context";
import { queueMail } from "../mail/queue-mail";
import { makeAuthLink } from "./auth-links";

/** Mails a user the link that confirms their address; nothing where mail is off. */
export async function mailConfirmation(
  ctx: Pick<DomainContext, "db" | "clock" | "mail">,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  if (ctx.mail.options.mode === "off") return;
  const { publicUrl } = ctx.mail.options;
  await ctx.db.transaction(async (tx) => {
    const nowMs = ctx.clock.nowMs();
    const link = await makeAuthLink(tx, { userId, purpose: "confirm_email", nowMs, publicUrl });
    const text = `Confirm that this is your address, within a day:\n\n${link}\n\nIf you did not sign up at Sightline, do nothing.\n`;
    await queueMail(ctx, { to: email, subject: "Confirm your address", text }, tx);
  });
}
