import { ERROR_CODES } from "@sightline/contract/error-codes";
import { admitCaller, findAddressRefusal } from "@sightline/domain/api-keys/admit-caller";
import type { DomainContext } from "@sightline/domain/context";
import { admitSubmission } from "@sightline/domain/limits/admit-submission";
import { findScopeRefusal } from "../wire/scope-refusal";
import { repeatNotice, submitTask, TEST_NOTICE } from "../wire/submit-task";
import { given } from "../wire/wire-input";
import { type Answer, done, refused } from "./answer";
import type { ClassicCall } from "./classic-call";
import type { RequestInput } from "./request-input";

/**
 * A submission. Its steps stand in the order in which the protocol rules that errors win (protocol.md, rule 1); a
 * body that could not be read was refused before. Rejects when the database is away.
 */
export async function answerInPhp(ctx: DomainContext, call: ClassicCall): Promise<Answer> {
  const { input, address } = call;
  if (given(input, "method") === "get_server_errors") return answerServerErrors(ctx, address);
  const caller = await admitCaller(ctx, { key: input.fields.key, address });
  if (caller.holder) call.caller = caller.holder;
  if (!caller.ok) return refused(caller.code);

  const { accountId, limitOverrides } = caller.holder;
  const limited = admitSubmission(ctx, caller.holder);
  call.counted = { limit: "submissions", subject: accountId, max: limitOverrides.submissions };
  if (limited !== null) return refused(limited);
  const outOfScope = findScopeRefusal(caller.holder, "send");
  if (outOfScope !== null) return refused("ERROR_KEY_NOT_ALLOWED", outOfScope);

  const unusable = findUnusableParameter(input);
  if (unusable !== null) return refused("ERROR_BAD_PARAMETERS", unusable);
  const reply = await submitTask(ctx, {
    accountId,
    scopes: caller.holder.scopes,
    budget: caller.holder.budget,
    input,
    callbackUrl: given(input, "pingback"),
    sender: address,
    idempotencyKey: call.idempotencyKey,
    recognition: caller.holder.recognition,
    queueMax: limitOverrides.waiting_challenges,
    test: caller.holder.test,
  });
  if (caller.holder.test) call.notice = TEST_NOTICE;
  if (!reply.ok) return reply;
  if (reply.repeatOf !== undefined) call.notice = repeatNotice(reply.repeatOf);
  return done(String(reply.taskId));
}

/** What no task can be made of, in words; null when there is nothing of that sort. */
export function findUnusableParameter(input: RequestInput): string | null {
  if (input.misshapen) return "A parameter that takes one value came with brackets or as a list.";
  for (const name in input.fields) {
    const value = input.fields[name] ?? "";
    if (name.includes("\0") || value.includes("\0")) return "A parameter holds a NUL character.";
    if (!value.isWellFormed()) return "A parameter holds half a surrogate pair.";
  }
  return null;
}

/** Every code that in.php may say, for anybody who asks. */
function answerServerErrors(ctx: DomainContext, address: string): Answer {
  const banned = findAddressRefusal(ctx, address);
  if (banned !== null) return refused(banned);
  const codes = Object.entries(ERROR_CODES).filter(([, { said }]) => said !== "res");
  return {
    ok: true,
    request: codes.map(([code, { text }]) => `${code}: ${text}`).join("\n"),
    plain: true,
    json: Object.fromEntries(codes.map(([code, { text }]) => [code, text])),
  };
}
