import { UNSOLVED_REASONS } from "@sightline/contract/error-codes";
import { IMAGE_BLOCK_MS, UNREADABLE_TO_BLOCK } from "@sightline/contract/images";
import { PICTURE_KINDS, TASK_KINDS } from "@sightline/contract/task-kinds";
import { openDatabase } from "@sightline/db/database";
import type { StoredFile } from "@sightline/db/schema/task";
import { firstIdAt } from "@sightline/db/task-id";
import type pg from "pg";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { giveNotice } from "../notices/give-notice";
import { perceptualHash } from "./perceptual-hash";
import { pictureDigest, storedPictures } from "./picture-digest";

const LOOK_BACK_MS = 30 * 60_000;
const BATCH_MAX = 50;

/**
 * Notes down the pictures that nobody could read, and blocks those that it has happened to three times within a day:
 * their exact bytes, for the account whose they are. One bounded batch. Tells the account once until it has read it.
 */
export async function markUnreadable(ctx: DomainContext): Promise<{ marked: number; blocked: number }> {
  const nowMs = ctx.clock.nowMs();
  const { rows } = await ctx.pool.query<UnmarkedTask>({
    ...UNMARKED_STATEMENT,
    values: [firstIdAt(nowMs - LOOK_BACK_MS), PICTURE_KINDS.map((kind) => TASK_KINDS[kind].number)],
  });
  if (rows.length === 0) return { marked: 0, blocked: 0 };
  const marks = await Promise.all(rows.map(toMark));
  return inTransaction(ctx.pool, async (client) => {
    const marked = await insertMarks(client, marks);
    const blocked = await blockOften(client, nowMs, marks);
    await tellOnce(ctx, client, blocked);
    return { marked, blocked: blocked.length };
  });
}

interface UnmarkedTask {
  id: number;
  account_id: number;
  kind: number;
  finished_at: Date;
  bytes: Buffer;
  more_files: StoredFile[] | null;
}
interface Mark {
  taskId: number;
  accountId: number;
  kind: number;
  sha256: Buffer;
  byteCount: number;
  looks: string | null;
  endedAt: Date;
}

/** $1 ids from here on, $2 kinds with pictures. By task_unreadable_idx: nearly all rows have their mark. */
const UNMARKED_STATEMENT = {
  name: "unmarked_unreadable",
  text: `
select t.id, t.account_id, t.kind, t.finished_at, i.bytes, i.more_files
from task t join task_input i on i.task_id = t.id
where t.reason = ${UNSOLVED_REASONS.unreadable.number} and t.id >= $1 and t.kind = any($2::smallint[])
  and i.bytes <> '' and not coalesce(i.hints ? 'test', false) and not exists (select from image_mark m where m.task_id = t.id)
order by t.id limit ${BATCH_MAX}`,
} as const;

async function toMark(row: UnmarkedTask): Promise<Mark> {
  const pictures = storedPictures(row.bytes, row.more_files ?? []);
  return {
    taskId: row.id,
    accountId: row.account_id,
    kind: row.kind,
    sha256: pictureDigest(pictures),
    byteCount: pictures.reduce((sum, { length }) => sum + length, 0),
    looks: await perceptualHash(pictures[0] ?? row.bytes),
    endedAt: row.finished_at,
  };
}

/** Another process may have marked the same ones a moment before. */
async function insertMarks(client: pg.PoolClient, marks: readonly Mark[]): Promise<number> {
  const { rowCount } = await client.query(
    `insert into image_mark (task_id, account_id, kind, sha256, byte_count, looks, ended_at)
     select * from unnest($1::bigint[], $2::int[], $3::smallint[], $4::bytea[], $5::int[], $6::text[], $7::timestamptz[])
     on conflict do nothing`,
    [
      marks.map(({ taskId }) => taskId),
      marks.map(({ accountId }) => accountId),
      marks.map(({ kind }) => kind),
      marks.map(({ sha256 }) => sha256),
      marks.map(({ byteCount }) => byteCount),
      marks.map(({ looks }) => looks),
      marks.map(({ endedAt }) => endedAt),
    ],
  );
  return rowCount ?? 0;
}

/** A block that staff have set stays as it is; an automatic one begins anew. */
async function blockOften(
  client: pg.PoolClient,
  nowMs: number,
  marks: readonly Mark[],
): Promise<{ account_id: number }[]> {
  const { rows } = await client.query<{ account_id: number }>(
    `insert into image_block (account_id, sha256, byte_count, task_id, reason, set_at, ends_at)
     select m.account_id, m.sha256, min(m.byte_count), max(m.task_id), $3::text, $4::timestamptz, $5::timestamptz
     from image_mark m
     join (select distinct * from unnest($1::int[], $2::bytea[]) as n(account_id, sha256)) n
       on n.account_id = m.account_id and n.sha256 = m.sha256
     where m.ended_at > $6 and m.excused_at is null
     group by m.account_id, m.sha256 having count(*) >= ${UNREADABLE_TO_BLOCK}
     on conflict (coalesce(account_id, 0), sha256) where lifted_at is null
       do update set set_at = excluded.set_at, ends_at = excluded.ends_at, task_id = excluded.task_id
       where image_block.set_by is null
     returning account_id`,
    [
      marks.map(({ accountId }) => accountId),
      marks.map(({ sha256 }) => sha256),
      `Closed as unreadable ${UNREADABLE_TO_BLOCK} times within a day.`,
      new Date(nowMs),
      new Date(nowMs + IMAGE_BLOCK_MS),
      new Date(nowMs - IMAGE_BLOCK_MS),
    ],
  );
  return rows;
}

async function tellOnce(
  ctx: DomainContext,
  client: pg.PoolClient,
  blocked: readonly { account_id: number }[],
): Promise<void> {
  if (blocked.length === 0) return;
  const { rows } = await client.query<{ account_id: number }>(
    `select distinct a as account_id from unnest($1::int[]) a
     where not exists (select from notice where account_id = a and notice = 'image_blocked' and read_at is null)`,
    [blocked.map(({ account_id }) => account_id)],
  );
  for (const { account_id } of rows)
    await giveNotice(
      ctx,
      { accountId: account_id, notice: "image_blocked", params: {} },
      openDatabase(client),
    );
}
