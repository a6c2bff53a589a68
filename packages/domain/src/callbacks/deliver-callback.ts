import type { DomainContext } from "../context";
import { findCallbackRefusal } from "./check-callback-url";
import type { DueCallback } from "./claim-callbacks";
import type { Attempt } from "./record-attempts";
import { signCallback } from "./sign-callback";

/**
 * Makes one attempt: the form of the protocol, `id=...&code=...`, signed. Whoever answers with a status of success
 * has it, even when the rest of the answer is too long or does not come. Rejects when the database is away.
 */
export async function deliverCallback(
  ctx: DomainContext,
  callback: DueCallback,
  signal: AbortSignal,
): Promise<Attempt> {
  const { taskId, accountId, url, code } = callback;
  if (code === null) return { callback, status: null, failure: "task_gone" };
  if ((await findCallbackRefusal(ctx, accountId, url)) !== null) {
    return { callback, status: null, failure: "not_registered" };
  }
  const body = new URLSearchParams({ id: String(taskId), code }).toString();
  const secrets = await ctx.callbackSecrets.of(accountId);
  const reply = await ctx.outbound.request({
    method: "POST",
    url,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "user-agent": "Sightline-Callback/1",
      ...signCallback(secrets, { taskId, sentAtMs: ctx.clock.nowMs(), body }),
    },
    body,
    signal,
  });
  const { status } = reply;
  const delivered = status !== null && status >= 200 && status < 300;
  return { callback, status, failure: delivered || reply.ok ? null : reply.failure };
}
