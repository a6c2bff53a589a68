import type { ImageHints } from "@sightline/contract/image-hints";
import type { Assignment } from "@sightline/contract/work";
import type { Pool } from "@sightline/db/database";
import { idRange } from "../tasks/id-range";
import { mediaTypeOf, type Picture, type PictureCache } from "../tasks/picture-cache";
import type { HeldTask } from "./seat";

/** Larger pictures travel by an address of their own instead of inside the event. */
const INLINE_MAX_BYTES = 32 * 1024;

export const LOAD_PICTURES_STATEMENT = {
  name: "load_pictures",
  text: `
select task_id, bytes, media_type, width_px, height_px, hints from task_input
where task_id = any($1::bigint[]) and task_id between $2::bigint and $3::bigint`,
} as const;

/** Pictures by task id: from this process's cache, the rest in one read. One that is gone is left out. */
export async function loadPictures(
  pool: Pool,
  cache: PictureCache,
  taskIds: readonly number[],
): Promise<Map<number, Picture>> {
  const pictures = new Map<number, Picture>();
  const missing: number[] = [];
  for (const taskId of taskIds) {
    const cached = cache.get(taskId);
    if (cached) pictures.set(taskId, cached);
    else missing.push(taskId);
  }
  if (missing.length === 0) return pictures;
  const { rows } = await pool.query<{
    task_id: number;
    bytes: Buffer;
    media_type: number;
    width_px: number;
    height_px: number;
    hints: ImageHints | null;
  }>({ ...LOAD_PICTURES_STATEMENT, values: idRange(missing) });
  for (const row of rows) {
    pictures.set(row.task_id, {
      bytes: row.bytes,
      mediaType: mediaTypeOf(row.media_type),
      widthPx: row.width_px,
      heightPx: row.height_px,
      hints: row.hints ?? {},
    });
  }
  return pictures;
}

/** What the worker's screen is told of a task it gets. */
export function toAssignment(held: HeldTask, picture: Picture): Assignment {
  const inline = picture.bytes.length <= INLINE_MAX_BYTES;
  return {
    taskId: held.taskId,
    leaseNo: held.leaseNo,
    kind: "image",
    position: held.leaseUntilMs === null ? "ahead" : "current",
    leaseUntilMs: held.leaseUntilMs,
    leaseMs: held.leaseMs,
    imageUrl: inline
      ? `data:${picture.mediaType};base64,${picture.bytes.toString("base64")}`
      : `/lease-picture/${held.taskId}/${held.leaseNo}`,
    widthPx: picture.widthPx,
    heightPx: picture.heightPx,
    hints: picture.hints,
    payMicros: held.shareMicros,
  };
}
