import type { IncomingMessage } from "node:http";
import type { DomainContext } from "@sightline/domain/context";
import { parseDigits } from "../legacy/parse-task-id";
import { keptHeaders, maskAnswer, maskSent } from "../wire/mask-exchange";
import { isJsonObject } from "../wire/parse-json-object";
import type { Meter } from "./method-call";
import type { JsonRequestReading } from "./read-json-request";

/** Leaves a call in the log of the account whose key it came with; one with a wrong key belongs to nobody. */
export function noteJsonCall(
  ctx: Pick<DomainContext, "clock" | "requestLog">,
  { caller, address }: Meter,
  {
    request,
    url,
    reading,
    answer,
    code,
    text,
    startedMs,
  }: {
    request: IncomingMessage;
    url: string;
    reading: JsonRequestReading;
    answer: object;
    code: string;
    text: string;
    startedMs: number;
  },
): void {
  if (!caller || ctx.requestLog.days === 0) return;
  const values = reading.ok ? reading.values : {};
  const { task } = values;
  ctx.requestLog.note({
    accountId: caller.accountId,
    atMs: ctx.clock.nowMs(),
    verb: request.method ?? "POST",
    address: url,
    what: isJsonObject(task) && typeof task.type === "string" ? task.type.slice(0, 40) : null,
    code,
    taskId: readId("taskId" in answer ? answer.taskId : values.taskId),
    keyId: caller.keyId,
    from: address,
    tookMs: Math.round((performance.now() - startedMs) * 10) / 10,
    headers: keptHeaders(request),
    sent: maskSent(values),
    answered: maskAnswer(text),
  });
}

/** No task has the number 0. */
function readId(id: unknown): number | null {
  if (typeof id !== "number" && typeof id !== "string") return null;
  return parseDigits(String(id)) || null;
}
