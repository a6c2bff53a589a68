import type { KeyScope } from "@sightline/contract/api-keys";
import { formatWireUsd } from "@sightline/contract/money";
import { admitCaller } from "@sightline/domain/api-keys/admit-caller";
import type { ApiKeyHolder } from "@sightline/domain/api-keys/api-key-cache";
import type { DomainContext } from "@sightline/domain/context";
import { getBalance } from "@sightline/domain/ledger/get-balance";
import { admitRead } from "@sightline/domain/limits/admit-read";
import { type ReportVerdict, reportAnswer } from "@sightline/domain/reports/report-answer";
import { cancelTask } from "@sightline/domain/tasks/cancel-task";
import { findScopeRefusal } from "../wire/scope-refusal";
import { given } from "../wire/wire-input";
import { type Answer, plain, refused } from "./answer";
import type { ClassicCall } from "./classic-call";
import { answerGet, answerGetWithPrice } from "./get-action";
import { parseTaskId } from "./parse-task-id";
import { addPingback, deletePingback, getPingback } from "./pingback-actions";
import { answerQueueStatistics, answerReceipt, answerSpending } from "./statistics-actions";
import { answerStats } from "./stats-action";

/** A read. Its steps stand in the order in which errors win (protocol.md, rule 2). Rejects when the database is away. */
export async function answerResPhp(ctx: DomainContext, call: ClassicCall): Promise<Answer> {
  const { input, address } = call;
  const caller = await admitCaller(ctx, { key: input.fields.key, address });
  if (caller.holder) call.caller = caller.holder;
  if (!caller.ok) return refused(caller.code);

  const { accountId, limitOverrides } = caller.holder;
  const limited = admitRead(ctx, caller.holder);
  call.counted = {
    limit: "result_reads",
    subject: accountId,
    max: ctx.limits.maxResultReads(accountId, limitOverrides.result_reads),
  };
  if (limited !== null) return refused(limited);
  return act(ctx, caller.holder, call);
}

/** What a key needs for it; how busy the service is, anybody with a key may ask. */
const SCOPE_OF_ACTION: ReadonlyMap<string, KeyScope> = new Map([
  ["get", "read"],
  ["get2", "read"],
  ["receipt", "read"],
  ["getbalance", "balance"],
  ["getstats", "balance"],
  ["spendstats", "balance"],
  ["reportgood", "report"],
  ["reportbad", "report"],
  ["cancel", "send"],
  ["add_pingback", "callbacks"],
  ["get_pingback", "callbacks"],
  ["del_pingback", "callbacks"],
]);

async function act(ctx: DomainContext, holder: ApiKeyHolder, call: ClassicCall): Promise<Answer> {
  const { accountId } = holder;
  const { input, address } = call;
  const action = given(input, "action");
  const scope = action === undefined ? undefined : SCOPE_OF_ACTION.get(action);
  const outOfScope = scope ? findScopeRefusal(holder, scope) : null;
  if (outOfScope !== null) return refused("ERROR_KEY_NOT_ALLOWED", outOfScope);
  switch (action) {
    case "get":
      return answerGet(ctx, holder, call);
    case "get2":
      return answerGetWithPrice(ctx, holder, call);
    case "getbalance":
      return plain(formatWireUsd((await getBalance(ctx, accountId)).availableMicros));
    case "reportgood":
      return answerReport(ctx, { accountId, call, verdict: "good" });
    case "reportbad":
      return answerReport(ctx, { accountId, call, verdict: "bad" });
    case "cancel":
      return answerCancel(ctx, accountId, call);
    case "add_pingback":
      return addPingback(ctx, { accountId, address, input });
    case "get_pingback":
      return getPingback(ctx, accountId);
    case "del_pingback":
      return deletePingback(ctx, { accountId, address, input });
    case "getstats":
      return answerStats(ctx, accountId, call);
    case "queuestats":
      return answerQueueStatistics(ctx);
    case "spendstats":
      return answerSpending(ctx, accountId, call);
    case "receipt":
      return answerReceipt(ctx, accountId, call);
    case undefined:
      return refused("ERROR_EMPTY_ACTION", "The parameter action is missing.");
    default:
      return refused("ERROR_EMPTY_ACTION", `There is no action "${action.slice(0, 40)}" here.`);
  }
}

async function answerReport(
  ctx: DomainContext,
  { accountId, call, verdict }: { accountId: number; call: ClassicCall; verdict: ReportVerdict },
): Promise<Answer> {
  const taskId = parseTaskId(call.input);
  if (taskId === null) return refused("ERROR_WRONG_ID_FORMAT");
  const reply = await reportAnswer(ctx, { accountId, taskId, verdict });
  if (!reply.ok) return refused(reply.code, reply.says);
  // Here even the same report again is an error; clients count on it.
  return reply.repeated ? refused("ERROR_DUPLICATE_REPORT") : plain("OK_REPORT_RECORDED");
}

async function answerCancel(ctx: DomainContext, accountId: number, { input }: ClassicCall): Promise<Answer> {
  const taskId = parseTaskId(input);
  if (taskId === null) return refused("ERROR_WRONG_ID_FORMAT");
  switch (await cancelTask(ctx, { accountId, taskId })) {
    case "cancelled":
      return plain("OK_CANCELLED");
    case "too_late":
      return refused("ERROR_CANCEL_NOT_POSSIBLE");
    case "absent":
      return refused("ERROR_WRONG_CAPTCHA_ID");
  }
}
