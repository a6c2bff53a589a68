import { idTimeMs } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import type { TaskResult } from "./read-results-statement";

export type { TaskResult } from "./read-results-statement";

/** A result can be read until this long after its submission (protocol.md rule 14). */
export const RESULT_READABLE_MS = 24 * 3_600_000;
const RECHECK_MS = 1_000;
const ABSENT: TaskResult = { state: "absent" };
const OPEN: TaskResult = { state: "open" };

/**
 * Where a customer's task stands. With `waitMs` it returns at the end of the task or of the waiting, whichever is
 * first; `signal` ends it early (the caller hung up). Another account's task, and one past its time, is `absent`.
 * While the database is away a task is `open`: nobody is told that an answer is lost.
 */
export async function getTaskResult(
  ctx: DomainContext,
  {
    accountId,
    taskId,
    waitMs = 0,
    signal,
  }: {
    accountId: number;
    taskId: number;
    waitMs?: number;
    signal?: AbortSignal;
  },
): Promise<TaskResult> {
  if (waitMs <= 0) return readOne(ctx, accountId, taskId);
  const deadlineMs = ctx.clock.nowMs() + waitMs;
  const wakeUp = new WakeUp(ctx, taskId, signal);
  try {
    for (;;) {
      wakeUp.arm();
      const result = await readOne(ctx, accountId, taskId);
      const leftMs = deadlineMs - ctx.clock.nowMs();
      if (result.state !== "open" || leftMs <= 0 || signal?.aborted) return result;
      await wakeUp.orAfter(Math.min(leftMs, RECHECK_MS));
      ctx.memory.forgetOpen(taskId);
    }
  } finally {
    wakeUp.stop();
  }
}

/** The same for several tasks at once, without waiting; in the order asked. */
export function getTaskResults(
  ctx: DomainContext,
  accountId: number,
  taskIds: readonly number[],
): Promise<TaskResult[]> {
  return Promise.all(taskIds.map((taskId) => readOne(ctx, accountId, taskId)));
}

/** Without a promise when this process remembers the task: most polls end here. */
export function recallTaskResult(ctx: DomainContext, accountId: number, taskId: number): TaskResult | null {
  const nowMs = ctx.clock.nowMs();
  if (!isReadable(taskId, nowMs)) return ABSENT;
  const known = ctx.memory.recall(taskId, nowMs);
  if (!known) return null;
  return known.accountId === accountId ? known.result : ABSENT;
}

async function readOne(ctx: DomainContext, accountId: number, taskId: number): Promise<TaskResult> {
  const recalled = recallTaskResult(ctx, accountId, taskId);
  if (recalled) return recalled;
  try {
    const read = await ctx.lanes.read.push(taskId);
    if (!read) return ABSENT;
    if (read.result.state === "open") ctx.memory.noteOpen(taskId, read.accountId, ctx.clock.nowMs());
    return read.accountId === accountId ? read.result : ABSENT;
  } catch (error) {
    ctx.log.warn({ err: error, taskId }, "a result could not be read");
    return OPEN;
  }
}

function isReadable(taskId: number, nowMs: number): boolean {
  const madeMs = idTimeMs(taskId);
  // A minute of tolerance ahead: ids made by another process's clock.
  return madeMs > nowMs - RESULT_READABLE_MS && madeMs < nowMs + 60_000;
}

/**
 * Hears of one task's end, or that the caller hung up. It is armed before the table is read, so that an end between
 * that reading and the waiting is not missed.
 */
class WakeUp {
  #woken = false;
  #resolve: (() => void) | null = null;
  readonly #stopWaiting: () => void;
  readonly #wake = (): void => {
    this.#woken = true;
    this.#resolve?.();
  };

  constructor(
    ctx: DomainContext,
    taskId: number,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.#stopWaiting = ctx.memory.waitFor(taskId, this.#wake);
    signal?.addEventListener("abort", this.#wake);
  }

  arm(): void {
    this.#woken = false;
  }

  async orAfter(ms: number): Promise<void> {
    if (this.#woken) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#resolve = resolve;
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
  }

  stop(): void {
    this.#stopWaiting();
    this.signal?.removeEventListener("abort", this.#wake);
  }
}
