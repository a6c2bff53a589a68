import { UNSOLVED_REASONS, unsolvedCode } from "@sightline/contract/error-codes";
import { LIMITS } from "@sightline/contract/limits";
import { formatWireUsd } from "@sightline/contract/money";
import { getTaskResult, type TaskResult } from "@sightline/domain/tasks/get-task-result";
import { readTaskOrigin } from "@sightline/domain/tasks/read-task-origin";
import { formatConfidence, formatSolution } from "../wire/format-answer";
import { admitJsonRead } from "./admit-json-read";
import { asCoordinateLists } from "./coordinate-lists";
import { JsonRefusal } from "./json-refusal";
import type { MethodCall } from "./method-call";
import { readTaskId } from "./read-task-id";

const MAX_WAIT_MS = 60_000;

export type TaskResultAnswer =
  | { errorId: 0; status: "processing" }
  | {
      errorId: 0;
      status: "ready";
      solution: Record<string, unknown>;
      /** Decimal USD. */
      cost: string;
      /** Where it was sent from. */
      ip: string;
      /** Seconds since 1970. */
      createTime: number;
      endTime: number;
      solveCount: number;
    };

/** Where a task stands; with `wait` (seconds) not before it has ended or the time is over. */
export async function getTaskResultMethod(call: MethodCall): Promise<TaskResultAnswer> {
  admitJsonRead(call, "read");
  const taskId = readTaskId(call.fields);
  const result = await readResult(call, taskId);
  switch (result.state) {
    case "open":
      return { errorId: 0, status: "processing" };
    case "unsolvable":
      throw new JsonRefusal(unsolvedCode(result.reason), UNSOLVED_REASONS[result.reason].text);
    case "absent":
      throw new JsonRefusal("ERROR_WRONG_CAPTCHA_ID");
    case "answered":
      return readyAnswer(call, taskId, result);
  }
}

async function readyAnswer(
  { ctx }: MethodCall,
  taskId: number,
  result: Extract<TaskResult, { state: "answered" }>,
): Promise<TaskResultAnswer> {
  const { sender, params } = await readTaskOrigin(ctx, taskId);
  const solution = formatSolution(result.kind, result.answer);
  const confidence =
    result.confidence === null ? {} : { confidence: Number(formatConfidence(result.confidence)) };
  return {
    errorId: 0,
    status: "ready",
    solution: { ...(params.coordinateLists ? asCoordinateLists(solution) : solution), ...confidence },
    cost: formatWireUsd(result.chargedMicros),
    ip: sender?.replace(/^::ffff:(?=\d+\.)/i, "") ?? "",
    createTime: Math.floor(result.acceptedAtMs / 1_000),
    endTime: Math.floor(result.finishedAtMs / 1_000),
    solveCount: result.answersCount,
  };
}

async function readResult(call: MethodCall, taskId: number): Promise<TaskResult> {
  const { ctx, holder, polls, response } = call;
  const { accountId, limitOverrides } = holder;
  const waitMs = readWaitMs(call.wait ?? call.fields.given("wait"));
  if (waitMs > 0) {
    const max = limitOverrides.open_long_polls ?? LIMITS.open_long_polls.max;
    const waited = await polls.run({ accountId, max, response }, (signal) =>
      getTaskResult(ctx, { accountId, taskId, waitMs, signal }),
    );
    if (waited !== null) return waited;
  }
  return getTaskResult(ctx, { accountId, taskId });
}

/** What is no number waits for nothing; more than a minute is cut. */
function readWaitMs(seconds: string | undefined): number {
  const ms = Number(seconds) * 1_000;
  return ms > 0 ? Math.min(ms, MAX_WAIT_MS) : 0;
}
