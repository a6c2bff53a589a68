import type { ImageBlockRow, ImageBlocksPage } from "@sightline/contract/images";
import type { DomainContext } from "../context";

const ROWS_MAX = 50;

/** Blocks of pictures, newest first, with those that are over. */
export async function listImageBlocks(
  ctx: Pick<DomainContext, "pool">,
  { accountId, before }: { accountId?: number | undefined; before?: number | undefined },
): Promise<ImageBlocksPage> {
  const { rows } = await ctx.pool.query<Row>({
    name: "list_image_blocks",
    text: `
      select b.id, b.account_id, o.email, b.task_id, b.reason, s.email as set_by_email, b.set_at, b.ends_at, b.lifted_at,
        l.email as lifted_by_email, b.lift_reason,
        exists (select from image_mark m join task_input i on i.task_id = m.task_id
          where m.task_id = b.task_id and i.media_type between 1 and 3) as kept
      from image_block b
      left join auth_user o on o.account_id = b.account_id
      left join auth_user s on s.account_id = b.set_by
      left join auth_user l on l.account_id = b.lifted_by
      where b.id < $1 and ($2::int is null or b.account_id = $2)
      order by b.id desc limit ${ROWS_MAX + 1}`,
    values: [before ?? 2_147_483_647, accountId ?? null],
  });
  const page = rows.slice(0, ROWS_MAX);
  return {
    rows: page.map(toRow),
    nextBefore: rows.length > ROWS_MAX ? (page.at(-1)?.id ?? null) : null,
  };
}

interface Row {
  id: number;
  account_id: number | null;
  email: string | null;
  task_id: number;
  reason: string;
  set_by_email: string | null;
  set_at: Date;
  ends_at: Date | null;
  lifted_at: Date | null;
  lifted_by_email: string | null;
  lift_reason: string | null;
  kept: boolean;
}

function toRow(row: Row): ImageBlockRow {
  return {
    id: row.id,
    accountId: row.account_id,
    email: row.email,
    imageUrl: row.kept ? `/unreadable-picture/${row.task_id}` : null,
    reason: row.reason,
    setByEmail: row.set_by_email,
    setAtMs: row.set_at.getTime(),
    untilMs: row.ends_at?.getTime() ?? null,
    lifted: row.lifted_at && {
      atMs: row.lifted_at.getTime(),
      byEmail: row.lifted_by_email,
      reason: row.lift_reason ?? "",
    },
  };
}
