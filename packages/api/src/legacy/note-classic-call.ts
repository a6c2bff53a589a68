import type { IncomingMessage } from "node:http";
import type { DomainContext } from "@sightline/domain/context";
import { describeFiles, keptHeaders, maskAnswer, maskSent } from "../wire/mask-exchange";
import { given } from "../wire/wire-input";
import type { Answer } from "./answer";
import type { ClassicCall } from "./classic-call";
import { parseDigits, parseTaskId } from "./parse-task-id";

/** Leaves a call in the log of the account whose key it came with; one with a wrong key belongs to nobody. */
export function noteClassicCall(
  ctx: Pick<DomainContext, "clock" | "requestLog">,
  { caller, input, address }: ClassicCall,
  {
    request,
    url,
    answer,
    text,
    startedMs,
  }: { request: IncomingMessage; url: string; answer: Answer; text: string; startedMs: number },
): void {
  if (!caller || ctx.requestLog.days === 0) return;
  const made = url !== "/res.php" && answer.ok ? parseDigits(answer.request) : parseTaskId(input);
  ctx.requestLog.note({
    accountId: caller.accountId,
    atMs: ctx.clock.nowMs(),
    verb: request.method ?? "GET",
    address: url,
    what: given(input, url === "/res.php" ? "action" : "method")?.slice(0, 40) ?? null,
    code: answer.ok ? "OK" : answer.code,
    taskId: made === 0 ? null : made,
    keyId: caller.keyId,
    from: address,
    tookMs: Math.round((performance.now() - startedMs) * 10) / 10,
    headers: keptHeaders(request),
    sent: { ...maskSent(input.fields), ...describeFiles(input.files) },
    answered: maskAnswer(text),
  });
}
