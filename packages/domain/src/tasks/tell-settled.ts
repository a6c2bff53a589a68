import { unsolvedReasonOf } from "@sightline/contract/error-codes";
import { TAKE_BACK_MS, taskKindOf } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { followSettledForGold } from "../gold/follow-settled";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import type { NotedEvent } from "../request-log/request-log";
import type { TaskResult } from "./read-results-statement";
import { isFinal, STATES } from "./states";
import type { Settled } from "./task-lanes";

/** What is committed stays so whatever goes wrong here; seats and waiters look at the table each second. */
export function tellSettled(ctx: DomainContext, settled: readonly Settled[]): void {
  try {
    effects(ctx, settled);
  } catch (error) {
    ctx.log.error({ err: error }, "what was settled could not be told");
  }
}

/** What settled events mean for this process's memories, before anybody hears that they took effect. */
function effects(ctx: DomainContext, settled: readonly Settled[]): void {
  const ended: number[] = [];
  for (const event of settled) {
    if (isFinal(event.stateNumber)) {
      ended.push(event.taskId);
      ctx.inputs.drop(event.taskId);
      const result = resultOf(event, ctx.clock.nowMs());
      if (event.accountId !== PLATFORM_ACCOUNTS.gold) {
        const outcome = result.state === "unsolvable" ? result.reason : result.state;
        ctx.endings.add(taskKindOf(event.kindNumber), outcome);
      }
      ctx.memory.noteEnded(event.taskId, event.accountId, result);
    } else if (event.stateNumber === STATES.given) {
      confirmAfterGrace(ctx, event);
    } else if (event.stateNumber === STATES.weighed) {
      weighSoon(ctx, event.taskId);
    }
  }
  ctx.requestLog.noteEvents(settled.flatMap(handOver));
  if (settled.some((event) => event.hasCallback && isFinal(event.stateNumber))) ctx.courier.wake();
  ctx.hints.ended(ended);
  ctx.pace.note(settled, (workerId) => ctx.floor.seatOf(workerId), ctx.clock.nowMs());
  ctx.floor.onSettled(settled);
  ctx.presence.note(settled);
  followSettledForGold(ctx, settled);
}

/** What a settled event says of in whose hands a task is; nothing when that did not change. */
function handOver({ event, stateNumber, accountId, taskId }: Settled): Omit<NotedEvent, "atMs">[] {
  if (event === "start") return [{ accountId, taskId, event: "leased" }];
  return stateNumber === STATES.queued ? [{ accountId, taskId, event: "returned" }] : [];
}

function resultOf(event: Settled, finishedAtMs: number): TaskResult {
  const { acceptedAtMs } = event;
  if (event.stateNumber === STATES.unsolvable) {
    return {
      state: "unsolvable",
      reason: unsolvedReasonOf(event.reasonNumber ?? 0),
      acceptedAtMs,
      finishedAtMs,
    };
  }
  return {
    state: "answered",
    kind: taskKindOf(event.kindNumber),
    answer: event.answer ?? "",
    chargedMicros: event.priceMicros,
    acceptedAtMs,
    finishedAtMs,
    answersCount: event.answersCount ?? 1,
    confidence: event.confidence ?? null,
  };
}

/** Whoever weighs it first decides; what fails here is found by a service. */
function weighSoon(ctx: DomainContext, taskId: number): void {
  ctx.weighing
    .push(taskId)
    .catch((error) => ctx.log.warn({ err: error, taskId }, "its answers are weighed later"));
}

/** At most one timer for each worker's latest answers; a timer that is lost is made good by a service. */
function confirmAfterGrace(ctx: DomainContext, { taskId, leaseNo }: Settled): void {
  const timer = setTimeout(() => {
    ctx.lanes.settle
      .push([{ taskId, workerId: 0, leaseNo, event: "grace_over" }])
      .catch((error) => ctx.log.warn({ err: error }, "an answer is confirmed later"));
  }, TAKE_BACK_MS);
  timer.unref();
}
