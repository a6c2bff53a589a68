import type { TaskParams } from "@sightline/contract/task-params";
import type { DomainContext } from "../context";

/** What a customer sent beside the files, and from where. A task without a row left says nothing. */
export interface TaskOrigin {
  sender: string | null;
  params: TaskParams;
}

/** One indexed read. The caller has checked whose task it is. Rejects when the database is away. */
export async function readTaskOrigin(ctx: Pick<DomainContext, "pool">, taskId: number): Promise<TaskOrigin> {
  const { rows } = await ctx.pool.query<{ sender: string | null; hints: TaskParams | null }>({
    name: "read_task_origin",
    text: "select sender, hints from task_input where task_id = $1::bigint",
    values: [taskId],
  });
  return { sender: rows[0]?.sender ?? null, params: rows[0]?.hints ?? {} };
}
