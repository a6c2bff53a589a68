import type { DomainContext } from "@sightline/domain/context";
import { readDayStatistics } from "@sightline/domain/customers/day-statistics";
import { getTaskReceipt } from "@sightline/domain/tasks/get-task-receipt";
import { readServiceLoad } from "@sightline/domain/tasks/service-load";
import { describeReceipt } from "../wire/describe-receipt";
import { describeQueue, describeSpending, readDay } from "../wire/describe-statistics";
import { given } from "../wire/wire-input";
import { type Answer, refused } from "./answer";
import type { ClassicCall } from "./classic-call";
import { parseTaskId } from "./parse-task-id";

/** `queuestats`: how busy the service is, with figures for each kind, as JSON. */
export async function answerQueueStatistics(ctx: DomainContext): Promise<Answer> {
  return object(describeQueue(await readServiceLoad(ctx)));
}

/** `spendstats`: what `getstats` tells of a day, as JSON. */
export async function answerSpending(
  ctx: DomainContext,
  accountId: number,
  { input }: ClassicCall,
): Promise<Answer> {
  const day = readDay(given(input, "date"), ctx.clock.nowMs());
  if (day === null) return refused("ERROR_BAD_PARAMETERS", "date must read YYYY-MM-DD.");
  const hours = await readDayStatistics(ctx, { accountId, dayStartMs: day.startMs });
  return object(describeSpending(day.date, hours));
}

/** `receipt`: what a task cost, its times and its answers, as JSON. */
export async function answerReceipt(
  ctx: DomainContext,
  accountId: number,
  { input }: ClassicCall,
): Promise<Answer> {
  const taskId = parseTaskId(input);
  if (taskId === null) return refused("ERROR_WRONG_ID_FORMAT");
  const receipt = await getTaskReceipt(ctx, { accountId, taskId });
  return receipt === null
    ? refused("ERROR_WRONG_CAPTCHA_ID")
    : object({ id: String(taskId), ...describeReceipt(receipt) });
}

/** The object itself in text mode, and as the value of `request` with json=1. */
function object(value: object): Answer {
  return { ok: true, request: JSON.stringify(value), plain: true, json: value };
}
