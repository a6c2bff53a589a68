import type { CallbackSecretShown } from "@sightline/contract/callbacks";
import type { DomainContext } from "../context";
import type { SigningSecrets } from "./callback-secrets";

/** The secret that an account's receivers verify callbacks with, in the spelling of Standard Webhooks. */
export async function showCallbackSecret(
  ctx: Pick<DomainContext, "callbackSecrets">,
  accountId: number,
): Promise<CallbackSecretShown> {
  return shown(await ctx.callbackSecrets.of(accountId));
}

/** Makes a new one. The old one signs as well for a day, so that receivers can be changed one after the other. */
export async function rotateCallbackSecret(
  ctx: Pick<DomainContext, "callbackSecrets" | "hints">,
  accountId: number,
): Promise<CallbackSecretShown> {
  const secrets = await ctx.callbackSecrets.rotate(accountId);
  ctx.hints.changed(`callback_secret:${accountId}`);
  return shown(secrets);
}

function shown({ current, previous }: SigningSecrets): CallbackSecretShown {
  return { secret: `whsec_${current.toString("base64")}`, previousUntilMs: previous?.untilMs ?? null };
}
