import type { UnreadableImages } from "@sightline/contract/images";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { type LoadedFile, loadTaskFile } from "../tasks/task-files";

const ROWS_MAX = 50;

/** A customer's pictures that nobody could read, newest first, and which of them are refused now, with the reason. */
export async function listUnreadableImages(
  ctx: Pick<DomainContext, "pool" | "clock" | "imageBlocks">,
  { accountId, before }: { accountId: number; before?: number | undefined },
): Promise<UnreadableImages> {
  const { rows } = await ctx.pool.query<Row>({
    name: "list_unreadable_images",
    text: `
      select m.task_id, m.kind, m.ended_at, b.reason, b.ends_at,
        exists (select from task_input i where i.task_id = m.task_id and i.media_type between 1 and 3) as kept
      from image_mark m
      left join lateral (
        select reason, ends_at from image_block b
        where coalesce(b.account_id, 0) in (0, m.account_id) and b.sha256 = m.sha256 and b.lifted_at is null
          and (b.ends_at is null or b.ends_at > $3)
        order by b.ends_at desc nulls first limit 1
      ) b on true
      where m.account_id = $1 and m.task_id < $2
      order by m.task_id desc limit ${ROWS_MAX + 1}`,
    values: [accountId, before ?? Number.MAX_SAFE_INTEGER, new Date(ctx.clock.nowMs())],
  });
  const page = rows.slice(0, ROWS_MAX);
  return {
    refusesAll: ctx.imageBlocks.refusedFor(accountId) !== null,
    rows: page.map((row) => ({
      taskId: row.task_id,
      kind: taskKindOf(row.kind),
      endedAtMs: row.ended_at.getTime(),
      imageUrl: row.kept ? `/picture/${row.task_id}` : null,
      blocked: row.reason === null ? null : { reason: row.reason, untilMs: row.ends_at?.getTime() ?? null },
    })),
    nextBefore: rows.length > ROWS_MAX ? (page.at(-1)?.task_id ?? null) : null,
  };
}

interface Row {
  task_id: number;
  kind: number;
  ended_at: Date;
  reason: string | null;
  ends_at: Date | null;
  kept: boolean;
}

/** A picture that nobody could read, for staff; null for every other one. */
export async function loadUnreadablePicture(ctx: DomainContext, taskId: number): Promise<LoadedFile | null> {
  const { rows } = await ctx.pool.query<{ account_id: number }>(
    "select account_id from image_mark where task_id = $1",
    [taskId],
  );
  const [mark] = rows;
  return mark === undefined ? null : loadTaskFile(ctx, { taskId, accountId: mark.account_id });
}
