import type { DomainContext } from "../context";

/** The secret that an account's receivers verify callbacks with, in the spelling of Standard Webhooks. */
export async function showCallbackSecret(ctx: DomainContext, accountId: number): Promise<string> {
  return `whsec_${(await ctx.callbackSecrets.of(accountId)).toString("base64")}`;
}
