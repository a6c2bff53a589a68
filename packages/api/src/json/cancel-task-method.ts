import { cancelTask } from "@sightline/domain/tasks/cancel-task";
import { admitJsonRead } from "./admit-json-read";
import { JsonRefusal } from "./json-refusal";
import type { MethodCall } from "./method-call";
import { readTaskId } from "./read-task-id";

/** Takes a task back while no worker has it; once cancelled, cancelling it again is a success. */
export async function cancelTaskMethod(call: MethodCall): Promise<{ errorId: 0; status: "success" }> {
  admitJsonRead(call, "send");
  const taskId = readTaskId(call.fields);
  switch (await cancelTask(call.ctx, { accountId: call.holder.accountId, taskId })) {
    case "cancelled":
      return { errorId: 0, status: "success" };
    case "too_late":
      throw new JsonRefusal("ERROR_CANCEL_NOT_POSSIBLE");
    case "absent":
      throw new JsonRefusal("ERROR_WRONG_CAPTCHA_ID");
  }
}
