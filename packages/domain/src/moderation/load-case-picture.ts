import type { DomainContext } from "../context";
import { type LoadedFile, loadTaskFile } from "../tasks/task-files";
import type { Moderator } from "./claim-case";

/** The picture of the case that this moderator holds; null for everybody else, and once it is no longer kept. */
export async function loadCasePicture(
  ctx: DomainContext,
  { accountId }: Pick<Moderator, "accountId">,
  caseId: number,
  number = 0,
): Promise<LoadedFile | null> {
  const { rows } = await ctx.pool.query<{ task_id: number; account_id: number }>({
    name: "case_picture",
    text: `select task_id, account_id from moderation_case
           where id = $1 and claimed_by = $2 and claimed_until > $3 and task_id is not null and account_id is not null`,
    values: [caseId, accountId, new Date(ctx.clock.nowMs())],
  });
  const row = rows[0];
  return row ? loadTaskFile(ctx, { taskId: row.task_id, accountId: row.account_id, number }) : null;
}
