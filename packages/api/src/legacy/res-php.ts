import type { ServerResponse } from "node:http";
import { UNSOLVED_REASONS } from "@sightline/contract/error-codes";
import { LIMITS } from "@sightline/contract/limits";
import { formatWireUsd } from "@sightline/contract/money";
import { admitCaller } from "@sightline/domain/api-keys/admit-caller";
import type { ApiKeyHolder } from "@sightline/domain/api-keys/api-key-cache";
import type { DomainContext } from "@sightline/domain/context";
import { getBalance } from "@sightline/domain/ledger/get-balance";
import { admitRead } from "@sightline/domain/limits/admit-read";
import { getTaskResult, getTaskResults, type TaskResult } from "@sightline/domain/tasks/get-task-result";
import { type Answer, done, plain, refused } from "./answer";
import type { LongPolls } from "./long-polls";
import { given, type RequestInput } from "./request-input";

const MAX_IDS = 100;
const MAX_WAIT_MS = 60_000;
/** Ids have at most sixteen digits; a longer one is only not there. */
const MAX_ID_DIGITS = 16;
/** No task has this id. */
const NO_TASK_ID = 0;

export interface ResCall {
  input: RequestInput;
  address: string;
  response: ServerResponse;
  polls: LongPolls;
}

/** A read. Its steps stand in the order in which errors win (protocol.md, rule 2). Rejects when the database is away. */
export async function answerResPhp(ctx: DomainContext, call: ResCall): Promise<Answer> {
  const { input, address } = call;
  const caller = await admitCaller(ctx, { key: input.fields.key, address });
  if (!caller.ok) return refused(caller.code);

  const limited = admitRead(ctx, caller.holder);
  if (limited !== null) return refused(limited);

  const action = given(input, "action");
  switch (action) {
    case "get":
      return answerGet(ctx, caller.holder, call);
    case "getbalance":
      return plain(formatWireUsd((await getBalance(ctx, caller.holder.accountId)).availableMicros));
    case undefined:
      return refused("ERROR_EMPTY_ACTION", "The parameter action is missing.");
    default:
      return refused("ERROR_EMPTY_ACTION", `There is no action "${action.slice(0, 40)}" here.`);
  }
}

async function answerGet(ctx: DomainContext, holder: ApiKeyHolder, call: ResCall): Promise<Answer> {
  const id = given(call.input, "id");
  const ids = given(call.input, "ids");
  if (id === undefined && ids !== undefined) return answerMany(ctx, holder.accountId, ids);
  const taskId = id === undefined ? null : parseTaskId(id);
  if (taskId === null) return refused("ERROR_WRONG_ID_FORMAT");
  return answerOf(await readResult(ctx, holder, taskId, call));
}

async function answerMany(ctx: DomainContext, accountId: number, ids: string): Promise<Answer> {
  const slots = ids.split(",", MAX_IDS + 1);
  if (slots.length > MAX_IDS)
    return refused("ERROR_WRONG_ID_FORMAT", `At most ${MAX_IDS} ids fit into one request.`);
  const taskIds = slots.map((slot) => parseTaskId(slot.trim()) ?? NO_TASK_ID);
  const results = await getTaskResults(ctx, accountId, taskIds);
  const words = results.map(answerOf).map((answer) => (answer.ok ? answer.request : answer.code));
  return plain(words.join("|"));
}

async function readResult(
  ctx: DomainContext,
  { accountId, limitOverrides }: ApiKeyHolder,
  taskId: number,
  { input, polls, response }: ResCall,
): Promise<TaskResult> {
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
    case "answered":
      return done(result.answer);
    case "unsolvable":
      return refused("ERROR_CAPTCHA_UNSOLVABLE", UNSOLVED_REASONS[result.reason].text);
    case "absent":
      return refused("ERROR_WRONG_CAPTCHA_ID");
  }
}

/** Null for what is not digits only; an id that is too long to be one stands for no task. */
function parseTaskId(text: string): number | null {
  if (!/^\d+$/.test(text)) return null;
  const id = text.length > MAX_ID_DIGITS ? NO_TASK_ID : Number(text);
  return Number.isSafeInteger(id) ? id : NO_TASK_ID;
}

/** Seconds on the wire, cut to a minute; what is no number waits for nothing. */
function readWaitMs(seconds: string | undefined): number {
  const ms = Number(seconds) * 1_000;
  return ms > 0 ? Math.min(ms, MAX_WAIT_MS) : 0;
}
