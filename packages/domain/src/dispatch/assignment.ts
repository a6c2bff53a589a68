import { STAGES } from "@sightline/contract/score";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import type { Assignment, TaskFile } from "@sightline/contract/work";
import type { Pool } from "@sightline/db/database";
import type { StoredFile } from "@sightline/db/schema/task";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { idRange } from "../tasks/id-range";
import type { InputCache } from "../tasks/input-cache";
import {
  countPictures,
  firstFileLength,
  type MediaType,
  mediaTypeOf,
  type TaskInput,
} from "../tasks/task-inputs";
import type { ClaimedTask } from "./claim-tasks";
import type { HeldTask, Seat } from "./seat";

/** Larger files travel by an address of their own instead of inside the event. */
const INLINE_MAX_BYTES = 32 * 1024;

export const LOAD_INPUTS_STATEMENT = {
  name: "load_inputs",
  text: `
select task_id, bytes, media_type, width_px, height_px, more_files, hints from task_input
where task_id = any($1::bigint[]) and task_id between $2::bigint and $3::bigint`,
} as const;

/** Inputs by task id: from this process's cache, the rest in one read. One that is gone is left out. */
export async function loadInputs(
  pool: Pool,
  cache: InputCache,
  taskIds: readonly number[],
): Promise<Map<number, TaskInput>> {
  const inputs = new Map<number, TaskInput>();
  const missing: number[] = [];
  for (const taskId of taskIds) {
    const cached = cache.get(taskId);
    if (cached) inputs.set(taskId, cached);
    else missing.push(taskId);
  }
  if (missing.length === 0) return inputs;
  const { rows } = await pool.query<{
    task_id: number;
    bytes: Buffer;
    media_type: number;
    width_px: number;
    height_px: number;
    more_files: StoredFile[] | null;
    hints: TaskParams | null;
  }>({ ...LOAD_INPUTS_STATEMENT, values: idRange(missing) });
  for (const row of rows) {
    inputs.set(row.task_id, {
      bytes: row.bytes,
      mediaType: mediaTypeOf(row.media_type),
      widthPx: row.width_px,
      heightPx: row.height_px,
      moreFiles: row.more_files ?? [],
      params: row.hints ?? {},
    });
  }
  return inputs;
}

/** A task that was just claimed, with what its answer will be checked against. */
export function toHeldTask(
  claimed: ClaimedTask,
  { params, widthPx, heightPx, moreFiles }: TaskInput,
): HeldTask {
  return { ...claimed, params, widthPx, heightPx, pictures: countPictures(moreFiles) };
}

/** What the worker's screen is told of a task it gets. */
export function toAssignment(held: HeldTask, input: TaskInput, seat: Seat): Assignment {
  const lesson = lessonOf(held, seat);
  const isPicture = input.mediaType?.startsWith("image/") ?? false;
  const first =
    input.mediaType && fileUrl(held, 0, input.bytes.subarray(0, firstFileLength(input)), input.mediaType);
  return {
    taskId: held.taskId,
    leaseNo: held.leaseNo,
    kind: taskKindOf(held.kindNumber),
    position: held.leaseUntilMs === null ? "ahead" : "current",
    leaseUntilMs: held.leaseUntilMs,
    leaseMs: held.leaseMs,
    imageUrl: isPicture ? first : null,
    widthPx: input.widthPx,
    heightPx: input.heightPx,
    files: [
      ...(first && !isPicture ? [{ role: "sound" as const, url: first, widthPx: 0, heightPx: 0 }] : []),
      ...input.moreFiles.map((file, i) => moreFile(held, input, file, i + 1)),
    ],
    hints: input.params,
    payMicros: held.shareMicros,
    ...(lesson === undefined ? {} : { lesson }),
  };
}

/** Gold is named as what it is in training and exam only. */
function lessonOf({ accountId, kindNumber }: HeldTask, { standing }: Seat): Assignment["lesson"] {
  if (accountId !== PLATFORM_ACCOUNTS.gold) return undefined;
  const stage = standing.lessons.get(kindNumber);
  return stage === STAGES.training ? "training" : stage === STAGES.exam ? "exam" : undefined;
}

/** Of each task whose input is still there. */
export function toAssignments(
  tasks: readonly HeldTask[],
  inputs: ReadonlyMap<number, TaskInput>,
  seat: Seat,
): Assignment[] {
  return tasks.flatMap((task) => {
    const input = inputs.get(task.taskId);
    return input ? [toAssignment(task, input, seat)] : [];
  });
}

/** Tells the seat of tasks that it has not been shown yet. */
export function announceTasks(
  seat: Seat,
  tasks: readonly HeldTask[],
  inputs: ReadonlyMap<number, TaskInput>,
  serverNowMs: number,
): void {
  for (const task of toAssignments(tasks, inputs, seat)) seat.push({ type: "assign", serverNowMs, task });
}

function moreFile(held: HeldTask, input: TaskInput, file: StoredFile, number: number): TaskFile {
  const bytes = input.bytes.subarray(file.offset, file.offset + file.length);
  const mediaType = mediaTypeOf(file.mediaType) ?? "image/png";
  return {
    role: file.role,
    url: fileUrl(held, number, bytes, mediaType),
    widthPx: file.widthPx,
    heightPx: file.heightPx,
  };
}

function fileUrl({ taskId, leaseNo }: HeldTask, number: number, bytes: Buffer, mediaType: MediaType): string {
  return bytes.length <= INLINE_MAX_BYTES
    ? `data:${mediaType};base64,${bytes.toString("base64")}`
    : `/lease-picture/${taskId}/${leaseNo}${number === 0 ? "" : `/${number}`}`;
}
