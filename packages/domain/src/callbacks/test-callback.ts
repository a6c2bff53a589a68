import type { TestCallbackReply } from "@sightline/contract/callbacks";
import type { DomainContext } from "../context";
import { hitExactLimit } from "../limits/hit-exact-limit";
import { CALLBACK_FAILURES } from "./callback-failures";
import { findCallbackRefusal } from "./check-callback-url";
import { signCallback } from "./sign-callback";

/** No task has this id, so a receiver can tell a test from a task. */
const TEST_TASK_ID = 0;

/** Calls a registered host now, in the form and with the signature of a real call: `id=0&code=TEST`. */
export async function testCallback(
  ctx: DomainContext,
  { accountId, url }: { accountId: number; url: string },
): Promise<TestCallbackReply> {
  const refusal = await findCallbackRefusal(ctx, accountId, url);
  if (refusal !== null) return { outcome: "failed", failure: refusal };
  const verdict = await hitExactLimit(ctx, "callback_tests", String(accountId));
  if (!verdict.allowed)
    return { outcome: "too_many", retryAfterSeconds: Math.ceil(verdict.retryAfterMs / 1_000) };
  const body = new URLSearchParams({ id: String(TEST_TASK_ID), code: "TEST" }).toString();
  const secrets = await ctx.callbackSecrets.of(accountId);
  const startedMs = performance.now();
  const reply = await ctx.outbound.request({
    method: "POST",
    url,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "user-agent": "Sightline-Callback/1",
      ...signCallback(secrets, { taskId: TEST_TASK_ID, sentAtMs: ctx.clock.nowMs(), body }),
    },
    body,
  });
  const { status } = reply;
  if (status === null)
    return { outcome: "failed", failure: reply.ok ? "" : CALLBACK_FAILURES[reply.failure] };
  return {
    outcome: "answered",
    status,
    tookMs: Math.round(performance.now() - startedMs),
    taken: status >= 200 && status < 300,
  };
}
