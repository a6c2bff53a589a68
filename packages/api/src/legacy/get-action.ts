import { UNSOLVED_REASONS, unsolvedCode } from "@sightline/contract/error-codes";
import { LIMITS } from "@sightline/contract/limits";
import { formatWireUsd } from "@sightline/contract/money";
import type { ApiKeyHolder } from "@sightline/domain/api-keys/api-key-cache";
import type { DomainContext } from "@sightline/domain/context";
import { getTaskResult, getTaskResults, type TaskResult } from "@sightline/domain/tasks/get-task-result";
import { formatClassicAnswer, formatConfidence } from "../wire/format-answer";
import { given } from "../wire/wire-input";
import { type Answer, plain, refused } from "./answer";
import type { ClassicCall } from "./classic-call";
import { NO_TASK_ID, parseDigits, parseTaskId } from "./parse-task-id";

const MAX_IDS = 100;
const MAX_WAIT_MS = 60_000;

/** `get`: where a task stands, or where each of several (`ids`) does; `wait` holds the answer back until it is there. */
export async function answerGet(
  ctx: DomainContext,
  holder: ApiKeyHolder,
  call: ClassicCall,
): Promise<Answer> {
  const ids = given(call.input, "ids");
  if (ids !== undefined && given(call.input, "id") === undefined) {
    return answerMany(ctx, holder.accountId, ids);
  }
  const result = await readResult(ctx, holder, call);
  return result === null ? refused("ERROR_WRONG_ID_FORMAT") : answerOf(result);
}

/** `get2`: the same for one task, with what it cost. */
export async function answerGetWithPrice(
  ctx: DomainContext,
  holder: ApiKeyHolder,
  call: ClassicCall,
): Promise<Answer> {
  const result = await readResult(ctx, holder, call);
  if (result === null) return refused("ERROR_WRONG_ID_FORMAT");
  const answer = answerOf(result);
  if (!answer.ok || result.state !== "answered") return answer;
  const price = formatWireUsd(result.chargedMicros);
  return {
    ...answer,
    request: `${answer.request}|${price}`,
    json: answer.json ?? answer.request,
    extra: { ...answer.extra, price },
  };
}

async function answerMany(ctx: DomainContext, accountId: number, ids: string): Promise<Answer> {
  const slots = ids.split(",", MAX_IDS + 1);
  if (slots.length > MAX_IDS)
    return refused("ERROR_WRONG_ID_FORMAT", `At most ${MAX_IDS} ids fit into one request.`);
  const taskIds = slots.map((slot) => parseDigits(slot.trim()) ?? NO_TASK_ID);
  const results = await getTaskResults(ctx, accountId, taskIds);
  const words = results.map(answerOf).map((answer) => (answer.ok ? answer.request : answer.code));
  return plain(words.join("|"));
}

/** Null when the request names no id. */
async function readResult(
  ctx: DomainContext,
  { accountId, limitOverrides }: ApiKeyHolder,
  { input, polls, response }: ClassicCall,
): Promise<TaskResult | null> {
  const taskId = parseTaskId(input);
  if (taskId === null) return null;
  const waitMs = readWaitMs(given(input, "wait"));
  if (waitMs > 0) {
    const max = limitOverrides.open_long_polls ?? LIMITS.open_long_polls.max;
    const waited = await polls.run({ accountId, max, response }, (signal) =>
      getTaskResult(ctx, { accountId, taskId, waitMs, signal }),
    );
    if (waited !== null) return waited;
  }
  return getTaskResult(ctx, { accountId, taskId });
}

function answerOf(result: TaskResult): Answer {
  switch (result.state) {
    case "open":
      return refused("CAPCHA_NOT_READY");
    case "answered": {
      const { text, json, extra } = formatClassicAnswer(result.kind, result.answer);
      const confidence =
        result.confidence === null ? null : { confidence: formatConfidence(result.confidence) };
      const more = extra || confidence ? { extra: { ...extra, ...confidence } } : {};
      return { ok: true, request: text, plain: false, ...(json && { json }), ...more };
    }
    case "unsolvable":
      return refused(unsolvedCode(result.reason), UNSOLVED_REASONS[result.reason].text);
    case "absent":
      return refused("ERROR_WRONG_CAPTCHA_ID");
  }
}

/** Seconds on the wire, cut to a minute; what is no number waits for nothing. */
function readWaitMs(seconds: string | undefined): number {
  const ms = Number(seconds) * 1_000;
  return ms > 0 ? Math.min(ms, MAX_WAIT_MS) : 0;
}
