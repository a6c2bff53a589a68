import { type ReportVerdict, reportAnswer } from "@sightline/domain/reports/report-answer";
import { admitJsonRead } from "./admit-json-read";
import { JsonRefusal } from "./json-refusal";
import type { MethodCall } from "./method-call";
import { readTaskId } from "./read-task-id";

const SAID_THE_OPPOSITE = "The opposite was reported for this task before. The first report stands.";

/** A report, which some clients send many times over: the same again is a success, too (protocol.md, R14). */
export function reportMethod(
  verdict: ReportVerdict,
): (call: MethodCall) => Promise<{ errorId: 0; status: "success" }> {
  return async (call) => {
    admitJsonRead(call, "report");
    const taskId = readTaskId(call.fields);
    const reply = await reportAnswer(call.ctx, { accountId: call.holder.accountId, taskId, verdict });
    if (reply.ok) return { errorId: 0, status: "success" };
    const says = reply.code === "ERROR_DUPLICATE_REPORT" ? SAID_THE_OPPOSITE : reply.says;
    throw new JsonRefusal(reply.code, says);
  };
}
