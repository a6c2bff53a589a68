import type { DomainContext } from "../context";
import type { AcceptItem } from "../tasks/accept-batch";
import { EVENTS, type TaskEventName } from "../tasks/states";
import type { Settled } from "../tasks/task-lanes";

/** What the accept lane takes, for an account and a price. */
export function acceptItem(
  ctx: DomainContext,
  {
    accountId,
    priceMicros,
    shareMicros,
    recognition = null,
  }: Pick<AcceptItem, "accountId" | "priceMicros" | "shareMicros"> & Partial<Pick<AcceptItem, "recognition">>,
): AcceptItem {
  return {
    id: ctx.ids.next(),
    accountId,
    kindNumber: 1,
    priceMicros,
    shareMicros,
    holdMicros: priceMicros * (recognition?.answersMax ?? 1),
    packageShareMicros: shareMicros,
    lifetimeMs: 90_000,
    leaseMs: 30_000,
    bytes: Buffer.alloc(100, 7),
    mediaTypeNumber: 1,
    widthPx: 10,
    heightPx: 10,
    moreFilesJson: null,
    paramsJson: null,
    sender: null,
    callbackUrl: null,
    onlyFor: null,
    recognition,
  };
}

/** One event through the lane, by the worker who holds the task when a worker causes it; null when it is refused. */
export async function settleOne(
  ctx: DomainContext,
  event: TaskEventName,
  { id, worker, leaseNo, answer = "read" }: { id: number; worker: number; leaseNo: number; answer?: string },
): Promise<Settled | null> {
  const byHolder = EVENTS[event].who === "holder";
  const isAnswer = event === "answer" || event === "answer_finally";
  const [settled] = await ctx.lanes.settle.push([
    {
      taskId: id,
      workerId: byHolder ? worker : 0,
      leaseNo: byHolder ? leaseNo : 0,
      event,
      ...(isAnswer ? { answer } : {}),
    },
  ]);
  return settled ?? null;
}
