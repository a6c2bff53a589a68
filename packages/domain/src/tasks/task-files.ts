import type { StoredFile } from "@sightline/db/schema/task";
import type { DomainContext } from "../context";
import { STATES } from "./states";
import { firstFileLength, type MediaType, mediaTypeOf } from "./task-inputs";

export interface LoadedFile {
  bytes: Buffer;
  mediaType: MediaType;
}

/** A file (the first is number 0) of a customer's own task; null when there is none, or it is another account's. */
export async function loadTaskFile(
  ctx: DomainContext,
  { taskId, accountId, number = 0 }: { taskId: number; accountId: number; number?: number },
): Promise<LoadedFile | null> {
  return readFile(
    ctx,
    `(exists (select from open_task where id = $1::bigint and account_id = $2::int)
      or exists (select from task where id = $1::bigint and account_id = $2::int))`,
    [taskId, accountId],
    number,
  );
}

/** A file of a task that this worker holds by this lease; null otherwise, and after the lease. */
export async function loadLeasedFile(
  ctx: DomainContext,
  {
    taskId,
    leaseNo,
    workerId,
    number = 0,
  }: { taskId: number; leaseNo: number; workerId: number; number?: number },
): Promise<LoadedFile | null> {
  return readFile(
    ctx,
    `exists (select from open_task where id = $1::bigint and worker_id = $2::int and lease_no = $3::int
      and state in (${STATES.reserved}, ${STATES.assigned}, ${STATES.given}))`,
    [taskId, workerId, leaseNo],
    number,
  );
}

async function readFile(
  ctx: DomainContext,
  condition: string,
  values: number[],
  number: number,
): Promise<LoadedFile | null> {
  const { rows } = await ctx.pool.query<{
    bytes: Buffer;
    media_type: number;
    more_files: StoredFile[] | null;
  }>(
    `select bytes, media_type, more_files from task_input where task_id = $1::bigint and ${condition}`,
    values,
  );
  const row = rows[0];
  if (!row) return null;
  const moreFiles = row.more_files ?? [];
  const file = moreFiles[number - 1];
  const mediaType = mediaTypeOf(number === 0 ? row.media_type : (file?.mediaType ?? 0));
  if (mediaType === null) return null;
  const bytes = file
    ? row.bytes.subarray(file.offset, file.offset + file.length)
    : row.bytes.subarray(0, firstFileLength({ bytes: row.bytes, moreFiles }));
  return { bytes, mediaType };
}
