import { readDayStatistics } from "@sightline/domain/customers/day-statistics";
import { getTaskReceipt } from "@sightline/domain/tasks/get-task-receipt";
import { readServiceLoad } from "@sightline/domain/tasks/service-load";
import { describeReceipt, type WireReceipt } from "../wire/describe-receipt";
import {
  describeQueue,
  describeSpending,
  readDay,
  type WireQueueStatistics,
  type WireSpending,
} from "../wire/describe-statistics";
import { admitJsonRead } from "./admit-json-read";
import { JsonRefusal } from "./json-refusal";
import type { MethodCall } from "./method-call";
import { readTaskId } from "./read-task-id";

/** How busy the service is, with figures for each kind. */
export async function getQueueStatsMethod(call: MethodCall): Promise<{ errorId: 0 } & WireQueueStatistics> {
  admitJsonRead(call);
  return { errorId: 0, ...describeQueue(await readServiceLoad(call.ctx)) };
}

/** What the account had answered on one day; `date` is today, UTC, when absent. */
export async function getSpendingStatsMethod(call: MethodCall): Promise<{ errorId: 0 } & WireSpending> {
  admitJsonRead(call, "balance");
  const day = readDay(call.fields.given("date"), call.ctx.clock.nowMs());
  if (day === null) throw new JsonRefusal("ERROR_BAD_PARAMETERS", "date must read YYYY-MM-DD.");
  const { accountId } = call.holder;
  const hours = await readDayStatistics(call.ctx, { accountId, dayStartMs: day.startMs });
  return { errorId: 0, ...describeSpending(day.date, hours) };
}

/** What a task cost, its times and its answers. */
export async function getTaskReceiptMethod(call: MethodCall): Promise<{ errorId: 0 } & WireReceipt> {
  admitJsonRead(call, "read");
  const taskId = readTaskId(call.fields);
  const receipt = await getTaskReceipt(call.ctx, { accountId: call.holder.accountId, taskId });
  if (receipt === null) throw new JsonRefusal("ERROR_WRONG_CAPTCHA_ID");
  return { errorId: 0, ...describeReceipt(receipt) };
}
