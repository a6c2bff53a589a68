import { STAGES, type Stage, stageOf } from "@sightline/contract/score";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { standingChanged } from "./suspend-kind";

/** Staff send a worker back to training in a kind, to probation, or let them through. Counts begin anew. */
export async function setStage(
  ctx: DomainContext,
  change: { workerId: number; kind: TaskKind; stage: Stage; reason: string; changedBy: number },
): Promise<void> {
  const { workerId, kind, stage, reason, changedBy } = change;
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ stage: number }>({
      name: "set_stage",
      text: `update worker_standing s set stage = $3, stage_since = $4, stage_judged = 0, stage_right = 0
             from (select worker_id, kind, stage from worker_standing where worker_id = $1 and kind = $2 for update) b
             where s.worker_id = b.worker_id and s.kind = b.kind returning b.stage`,
      values: [workerId, TASK_KINDS[kind].number, STAGES[stage], new Date(ctx.clock.nowMs())],
    });
    const [before] = rows;
    if (!before) throw new Refusal("not_found", "This worker does not work at this kind.");
    await recordStaffAct(client, {
      actorId: changedBy,
      act: "set_stage",
      subject: `worker:${workerId}/${kind}`,
      before: { stage: stageOf(before.stage) },
      after: { stage },
      reason,
    });
  });
  await standingChanged(ctx, workerId);
}
