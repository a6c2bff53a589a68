import type { AlikeImages, RefusedAccountRow } from "@sightline/contract/images";
import type { DomainContext } from "../context";
import { bitsApart } from "./perceptual-hash";

const LOOKED_AT_MAX = 500;
const BITS_APART_MAX = 6;
const ALIKE_MIN = 3;
const GROUPS_MAX = 20;
const SHOWN_MAX = 12;
const DAY_MS = 24 * 3_600_000;

/**
 * Unreadable pictures of the last day that look alike, as a proposal to staff: captchas of one site look alike, so this
 * never refuses anything. Those that are blocked and those that staff have let be are left out.
 */
export async function listAlike(ctx: Pick<DomainContext, "pool" | "clock">): Promise<AlikeImages[]> {
  const { rows } = await ctx.pool.query<Row>({
    name: "alike_images",
    text: `
      select m.task_id, m.account_id, u.email, m.looks, m.ended_at,
        exists (select from task_input i where i.task_id = m.task_id and i.media_type between 1 and 3) as kept
      from image_mark m left join auth_user u on u.account_id = m.account_id
      where m.ended_at > $1 and m.looks is not null and m.dismissed_at is null
        and not exists (select from image_block b where coalesce(b.account_id, 0) in (0, m.account_id)
          and b.sha256 = m.sha256 and b.lifted_at is null and (b.ends_at is null or b.ends_at > $2))
      order by m.ended_at desc limit ${LOOKED_AT_MAX}`,
    values: [new Date(ctx.clock.nowMs() - DAY_MS), new Date(ctx.clock.nowMs())],
  });
  return groupAlike(rows)
    .filter((group) => group.length >= ALIKE_MIN)
    .sort((a, b) => b.length - a.length)
    .slice(0, GROUPS_MAX)
    .map((group) => ({
      accountIds: [...new Set(group.map(({ account_id }) => account_id))],
      rows: group.slice(0, SHOWN_MAX).map((row) => ({
        taskId: row.task_id,
        accountId: row.account_id,
        email: row.email,
        imageUrl: row.kept ? `/unreadable-picture/${row.task_id}` : null,
        endedAtMs: row.ended_at.getTime(),
      })),
    }));
}

interface Row {
  task_id: number;
  account_id: number;
  email: string | null;
  looks: string;
  ended_at: Date;
  kept: boolean;
}

/** Each picture joins the first group whose first one it resembles. */
export function groupAlike<R extends { looks: string }>(rows: readonly R[]): R[][] {
  const groups: [R, ...R[]][] = [];
  for (const row of rows) {
    const group = groups.find(([first]) => bitsApart(first.looks, row.looks) <= BITS_APART_MAX);
    if (group) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Staff have looked at these and let them be. */
export async function dismissAlike(
  ctx: Pick<DomainContext, "pool" | "clock">,
  taskIds: readonly number[],
): Promise<void> {
  await ctx.pool.query("update image_mark set dismissed_at = $2 where task_id = any($1::bigint[])", [
    taskIds,
    new Date(ctx.clock.nowMs()),
  ]);
}

/** Accounts whose pictures are refused now because most could not be read. */
export async function listRefusedAccounts(
  ctx: Pick<DomainContext, "pool" | "imageBlocks">,
): Promise<RefusedAccountRow[]> {
  const accountIds = ctx.imageBlocks.refusedAccounts().slice(0, LOOKED_AT_MAX);
  const { rows } = await ctx.pool.query<{ account_id: number; email: string }>(
    "select account_id, email from auth_user where account_id = any($1::int[])",
    [accountIds],
  );
  const emails = new Map(rows.map(({ account_id, email }) => [account_id, email]));
  return accountIds.map((accountId) => ({
    accountId,
    email: emails.get(accountId) ?? null,
    ...(ctx.imageBlocks.refusedFor(accountId) ?? { unreadable: 0, ended: 0 }),
  }));
}
