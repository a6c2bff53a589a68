import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { openCase } from "../moderation/open-case";
import { Refusal } from "../refusal";

/** Asks a person to look at the suspension from one kind again; once until it is decided (standing/appeal.ts). */
export async function appealKind(
  ctx: DomainContext,
  { workerId, kind, says }: { workerId: number; kind: TaskKind; says: string },
): Promise<void> {
  const { rows } = await ctx.pool.query<{ reason: string }>({
    name: "kind_suspension",
    text: "select suspended_reason as reason from worker_standing where worker_id = $1 and kind = $2 and suspended_at is not null",
    values: [workerId, TASK_KINDS[kind].number],
  });
  const [suspension] = rows;
  if (!suspension) throw new Refusal("conflict", "This kind is not suspended for you.");
  const caseId = await openCase(ctx, {
    kind: "appeal",
    subject: `worker:${workerId}/${kind}`,
    accountId: workerId,
    about: { says, suspendedFor: suspension.reason, kind },
  });
  if (caseId === null) throw new Refusal("conflict", "Your appeal is with our staff already.");
}
