import { isChallenge, type TaskKind } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { canPay } from "../ledger/can-pay";
import type { PageProxy } from "../outbound/page-proxy";
import { type CreateTaskReply, createTask, type NewTask } from "../tasks/create-task";
import { checkPageThroughProxy, PAGE_CHECK_HOLDS_MS } from "./check-page-through-proxy";
import { gateTask } from "./gated-tasks";

/** The site that a task belongs to; the caller has found that it stands. */
export interface TaskSite {
  host: string;
  pageUrl: string;
  /** What the page is loaded through once before the task goes out; for challenges only. */
  proxy: PageProxy | null;
  /** How many of the account's challenges may wait, where staff have set another number. */
  queueMax?: number | undefined;
}

/**
 * Accepts a challenge, or a picture that belongs to a site: when the account's queue of challenges has room, and with
 * what the gate of the dispatch must know written first. A page behind a proxy is loaded meanwhile; until then the
 * task waits in every process. Rejects when the database is away.
 */
export async function createSiteTask(
  ctx: DomainContext,
  task: NewTask,
  site: TaskSite,
): Promise<CreateTaskReply> {
  const { accountId, kind } = task;
  const taskId = task.taskId ?? ctx.ids.tryNext();
  if (taskId === null) return createTask(ctx, task);
  const place = { accountId, kind, taskId, max: site.queueMax };
  if (!(await ctx.challengeQueue.enter(place))) return refuseForQueue(ctx, accountId, kind);
  try {
    return await createGated(ctx, { ...task, taskId }, site);
  } finally {
    ctx.challengeQueue.leave(place);
  }
}

async function createGated(
  ctx: DomainContext,
  task: NewTask & { taskId: number },
  { host, pageUrl, proxy }: TaskSite,
): Promise<CreateTaskReply> {
  const { accountId, taskId } = task;
  const heldUntilMs = proxy === null ? null : ctx.clock.nowMs() + PAGE_CHECK_HOLDS_MS;
  if (proxy === null && isChallenge(task.kind)) return createTask(ctx, task);
  if (proxy !== null && !ctx.gate.beginPageCheck()) return TOO_MANY_PAGE_CHECKS;
  let begun = false;
  try {
    await gateTask(ctx, taskId, { host: isChallenge(task.kind) ? null : host, heldUntilMs });
    const reply = await createTask(ctx, task);
    begun = reply.ok && proxy !== null;
    if (reply.ok && proxy !== null) void checkPageThroughProxy(ctx, { taskId, accountId, pageUrl, proxy });
    return reply;
  } finally {
    if (proxy !== null && !begun) ctx.gate.endPageCheck();
  }
}

const TOO_MANY_PAGE_CHECKS: CreateTaskReply = {
  ok: false,
  code: "ERROR_NO_SLOT_AVAILABLE",
  cause: "busy",
  errorText: "Too many pages are being loaded through proxies. Wait 2 to 5 seconds, then send it again.",
};

/** That there is no money is said before that the queue is full. */
async function refuseForQueue(
  ctx: DomainContext,
  accountId: number,
  kind: TaskKind,
): Promise<CreateTaskReply> {
  const { priceMicros } = ctx.prices.of(kind);
  if (!(await canPay(ctx, { accountId, priceMicros }))) return { ok: false, code: "ERROR_ZERO_BALANCE" };
  const errorText = "Too many of your challenges wait for a worker. Wait 2 to 5 seconds, then send it again.";
  return { ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "queue", errorText };
}
