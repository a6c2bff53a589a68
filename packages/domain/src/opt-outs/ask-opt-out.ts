import { createHash, randomBytes } from "node:crypto";
import type { OptOutReply } from "@sightline/contract/sites";
import { optOut } from "@sightline/db/schema/opt-out";
import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import { hitExactLimit } from "../limits/hit-exact-limit";
import { queueMail } from "../mail/queue-mail";
import { Refusal } from "../refusal";
import { makeSiteToken } from "../sites/add-site";
import { readSiteHost } from "../sites/read-site-host";
import { speaksForHost } from "./speaks-for-host";

/**
 * Somebody says that a site is theirs and that its challenges are not wanted here. It is a case for staff from now on;
 * a proof of the kind that owners publish, or the link in a mail that only the site's owner can read, switches the
 * host off at once.
 */
export async function askOptOut(
  ctx: DomainContext,
  asked: { host: string; email: string; words: string; sender: string },
): Promise<OptOutReply> {
  const read = readSiteHost(asked.host);
  if (!read.ok) throw new Refusal("conflict", read.says);
  const verdict = await hitExactLimit(ctx, "opt_outs", addressSubject(asked.sender));
  if (!verdict.allowed) {
    const minutes = Math.ceil(verdict.retryAfterMs / 60_000);
    throw new Refusal("busy", `Too many requests from your address. Try again in ${minutes} minutes.`);
  }
  const { host } = read;
  const email = asked.email.trim().toLowerCase();
  const token = makeSiteToken();
  const secret = randomBytes(32).toString("base64url");
  const id = await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .insert(optOut)
      .values({
        host,
        email,
        token,
        words: asked.words,
        linkSha256: linkHash(secret),
        askedAt: new Date(ctx.clock.nowMs()),
      })
      .returning({ id: optOut.id });
    await queueMail(ctx, { to: email, ...mailText(ctx.mail.options.publicUrl, host, secret) }, tx);
    return row?.id ?? 0;
  });
  return {
    id,
    host,
    token,
    mailProves: speaksForHost(email, host),
    mailed: ctx.mail.options.mode !== "off",
  };
}

/** 256 random bits need no slow hash. */
export function linkHash(secret: string): Buffer {
  return createHash("sha256").update(secret, "utf8").digest();
}

/** The secret stands behind the `#`, which browsers send to no server. */
function mailText(publicUrl: string, host: string, secret: string): { subject: string; text: string } {
  return {
    subject: `Opting ${host} out`,
    text: [
      `Somebody asked that challenges of ${host} are not taken any more, and gave this address.`,
      "If that was you, open this link within a day:",
      `${publicUrl}/opt-out#confirm=${secret}`,
      "If it was not, do nothing.",
    ].join("\n\n"),
  };
}
