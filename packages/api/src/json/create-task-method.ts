import { admitSubmission } from "@sightline/domain/limits/admit-submission";
import { findScopeRefusal } from "../wire/scope-refusal";
import { repeatNotice, submitTask, TEST_NOTICE } from "../wire/submit-task";
import { describeBan } from "./describe-ban";
import { JsonRefusal } from "./json-refusal";
import type { MethodCall } from "./method-call";
import { inTaskWords, readTask } from "./read-task";

/** A submission. Its steps stand in the order in which the protocol rules that errors win (protocol.md, rule 1). */
export async function createTaskMethod(call: MethodCall): Promise<{ errorId: 0; taskId: number }> {
  const { ctx, fields, holder, meter, idempotencyKey } = call;
  const { accountId, limitOverrides } = holder;
  const { address } = meter;
  const limited = admitSubmission(ctx, holder);
  meter.counted = { limit: "submissions", subject: accountId, max: limitOverrides.submissions };
  if (limited !== null)
    throw new JsonRefusal(limited, describeBan(ctx, limited, { accountId, address }) ?? undefined);
  const outOfScope = findScopeRefusal(holder, "send");
  if (outOfScope !== null) throw new JsonRefusal("ERROR_KEY_NOT_ALLOWED", outOfScope);

  const { type, input } = readTask(fields);
  const reply = await submitTask(ctx, {
    accountId,
    scopes: holder.scopes,
    budget: holder.budget,
    input,
    callbackUrl: fields.given("callbackUrl"),
    sender: address,
    idempotencyKey,
    recognition: holder.recognition,
    queueMax: limitOverrides.waiting_challenges,
    test: holder.test,
    ...(type.coordinateLists && { also: { coordinateLists: true } }),
  });
  if (holder.test) meter.notice = TEST_NOTICE;
  if (reply.ok) {
    if (reply.repeatOf !== undefined) meter.notice = repeatNotice(reply.repeatOf);
    return { errorId: 0, taskId: reply.taskId };
  }
  throw new JsonRefusal(reply.code, reply.errorText && inTaskWords(type, reply.errorText));
}
