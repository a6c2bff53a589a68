import type { ImageHints } from "@sightline/contract/image-hints";
import { shareOf } from "@sightline/contract/money";
import { TASK_KINDS } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { LaneUnavailable } from "../lanes/lane";
import { MEDIA_TYPE_NUMBERS, type PictureMediaType } from "./picture-cache";

export interface NewTask {
  accountId: number;
  kind: "image";
  /** Inspected and stripped of metadata by the caller (domain/files). */
  image: { bytes: Buffer; mediaType: PictureMediaType; widthPx: number; heightPx: number };
  hints: ImageHints;
}

export type CreateTaskReply =
  | { ok: true; taskId: number }
  | { ok: false; code: "ERROR_ZERO_BALANCE" | "ERROR_NO_SLOT_AVAILABLE" };

/**
 * Accepts a task: stored, queued and its price held in one commit, before the id is told to anyone. The price and
 * the worker's share are those of this moment. A full lane or a database that is away is NO_SLOT; nothing is
 * charged then: should it turn out that the database did accept the task, it is cancelled.
 */
export async function createTask(ctx: DomainContext, task: NewTask): Promise<CreateTaskReply> {
  const id = ctx.ids.tryNext();
  if (id === null) return { ok: false, code: "ERROR_NO_SLOT_AVAILABLE" };
  const { number, lifetimeMs, leaseMs } = TASK_KINDS[task.kind];
  const { priceMicros, workerShareBasisPoints } = ctx.prices.of(task.kind);
  const hasHints = Object.keys(task.hints).length > 0;
  try {
    const accepted = await ctx.lanes.accept.push({
      id,
      accountId: task.accountId,
      kindNumber: number,
      priceMicros,
      shareMicros: shareOf(priceMicros, workerShareBasisPoints),
      lifetimeMs,
      leaseMs,
      picture: task.image.bytes,
      mediaTypeNumber: MEDIA_TYPE_NUMBERS[task.image.mediaType],
      widthPx: task.image.widthPx,
      heightPx: task.image.heightPx,
      hintsJson: hasHints ? JSON.stringify(task.hints) : null,
    });
    if (!accepted) return { ok: false, code: "ERROR_ZERO_BALANCE" };
  } catch (error) {
    if (!(error instanceof LaneUnavailable)) ctx.log.error({ err: error }, "a task could not be accepted");
    else if (error.mayHaveHappened) ctx.memory.noteUnheard(id, ctx.clock.nowMs());
    return { ok: false, code: "ERROR_NO_SLOT_AVAILABLE" };
  }
  ctx.memory.noteOpen(id, task.accountId, ctx.clock.nowMs());
  ctx.pictures.put(id, { ...task.image, hints: task.hints });
  ctx.floor.taskQueued(id);
  return { ok: true, taskId: id };
}
