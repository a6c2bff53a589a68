import type { DomainContext } from "../context";
import { mediaTypeOf, type PictureMediaType } from "./picture-cache";
import { STATES } from "./states";

export interface StoredPicture {
  bytes: Buffer;
  mediaType: PictureMediaType;
}

/** The picture of a customer's own task; null when there is none, or it is another account's. */
export async function loadTaskPicture(
  ctx: DomainContext,
  { taskId, accountId }: { taskId: number; accountId: number },
): Promise<StoredPicture | null> {
  return readPicture(
    ctx,
    `(exists (select from open_task where id = $1::bigint and account_id = $2::int)
      or exists (select from task where id = $1::bigint and account_id = $2::int))`,
    [taskId, accountId],
  );
}

/** The picture of a task that this worker holds by this lease; null otherwise, and after the lease. */
export async function loadLeasedPicture(
  ctx: DomainContext,
  { taskId, leaseNo, workerId }: { taskId: number; leaseNo: number; workerId: number },
): Promise<StoredPicture | null> {
  return readPicture(
    ctx,
    `exists (select from open_task where id = $1::bigint and worker_id = $2::int and lease_no = $3::int
      and state in (${STATES.reserved}, ${STATES.assigned}, ${STATES.given}))`,
    [taskId, workerId, leaseNo],
  );
}

async function readPicture(
  ctx: DomainContext,
  condition: string,
  values: number[],
): Promise<StoredPicture | null> {
  const { rows } = await ctx.pool.query<{ bytes: Buffer; media_type: number }>(
    `select bytes, media_type from task_input where task_id = $1::bigint and ${condition}`,
    values,
  );
  const row = rows[0];
  return row ? { bytes: row.bytes, mediaType: mediaTypeOf(row.media_type) } : null;
}
