import type { ImageBlockPreview } from "@sightline/contract/images";
import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { STATES } from "../tasks/states";

const LOOKED_AT_MAX = 5_000;
const DAY_MS = 24 * 3_600_000;

/**
 * What a block of a task's picture would have refused of the last day's tasks: those with exactly its bytes. Tasks whose
 * pictures are no longer kept are not looked at, nor those of several files.
 */
export async function previewImageBlock(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { taskId, forEverybody }: { taskId: number; forEverybody: boolean },
): Promise<ImageBlockPreview> {
  const { rows } = await ctx.pool.query<ImageBlockPreview>({
    ...(forEverybody ? OF_EVERYBODY : OF_ACCOUNT),
    values: [taskId, firstIdAt(ctx.clock.nowMs() - DAY_MS)],
  });
  const [found] = rows;
  if (found === undefined) throw new Refusal("not_found", "There is no such unreadable picture.");
  return found;
}

/** $1 task, $2 ids from here on. The lengths are compared first: bytes are read only where they may be the same. */
const previewText = (scope: string) => `
with mark as materialized (select account_id, sha256, byte_count from image_mark where task_id = $1::bigint),
recent as materialized (
  select id, account_id, state from task where id >= $2::bigint ${scope} order by id desc limit ${LOOKED_AT_MAX}
),
same as materialized (
  select r.account_id, r.state from recent r join task_input i on i.task_id = r.id cross join mark
  where i.more_files is null
    and case when octet_length(i.bytes) = mark.byte_count then sha256(i.bytes) = mark.sha256 else false end
)
select (select count(*)::int from recent) as "lookedAt", (select count(*)::int from same) as tasks,
  (select count(*)::int from same where state = ${STATES.answered}) as answered,
  (select count(distinct account_id)::int from same) as accounts
from mark`;

const OF_EVERYBODY = { name: "preview_block_of_everybody", text: previewText("") } as const;
/** By task_account_idx. */
const OF_ACCOUNT = {
  name: "preview_block_of_account",
  text: previewText("and account_id = (select account_id from mark)"),
} as const;
