import { mail } from "@sightline/db/schema/mail";
import { desc, eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import type { MailText } from "./mail-desk";
import { MAIL_STATES } from "./mail-states";

const CAUGHT_MAX = 50;

/** What the demo would have sent, newest first. Empty wherever mail is really sent or off. */
export async function listCaughtMail(
  ctx: Pick<DomainContext, "db" | "mail">,
): Promise<(MailText & { to: string; queuedAtMs: number })[]> {
  if (ctx.mail.options.mode !== "caught") return [];
  const rows = await ctx.db
    .select()
    .from(mail)
    .where(eq(mail.state, MAIL_STATES.caught))
    .orderBy(desc(mail.id))
    .limit(CAUGHT_MAX);
  return rows.flatMap(({ toAddress, sealed, queuedAt }) =>
    sealed ? [{ to: toAddress, queuedAtMs: queuedAt.getTime(), ...ctx.mail.open(toAddress, sealed) }] : [],
  );
}
