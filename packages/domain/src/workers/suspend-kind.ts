import type { AbuseSignal } from "@sightline/contract/abuse-signals";
import type { TaskKind } from "@sightline/contract/task-kinds";
import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { openDatabase } from "@sightline/db/database";
import type pg from "pg";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { seatStandings } from "../dispatch/seat-standings";
import { inTransaction } from "../ledger/in-transaction";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";
import { suspensionEvidence } from "./suspension-evidence";

interface KindOfWorker {
  workerId: number;
  kind: TaskKind;
}

/** A worker may not solve a kind any more, for a reason that they read and may appeal against; other kinds go on. */
export async function suspendKind(
  ctx: DomainContext,
  wanted: KindOfWorker & { reason: string; suspendedBy: number; evidence?: AbuseSignal["signal"][] },
): Promise<void> {
  const { workerId, kind, reason, suspendedBy } = wanted;
  const shown = await suspensionEvidence(ctx, workerId, wanted.evidence ?? []);
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ right: number; wrong: number }>({
      name: "suspend_kind",
      text: `update worker_standing set suspended_at = $3, suspended_reason = $4, suspended_evidence = $5
             where worker_id = $1 and kind = $2 and suspended_at is null
             returning right_weight as right, wrong_weight as wrong`,
      values: [workerId, TASK_KINDS[kind].number, new Date(ctx.clock.nowMs()), reason, JSON.stringify(shown)],
    });
    const [skill] = rows;
    if (!skill) throw new Refusal("not_found", "This worker does not work at this kind.");
    const notice = { accountId: workerId, notice: "kind_suspended", params: { kind, reason } } as const;
    await giveNotice(ctx, notice, openDatabase(client));
    await recordStaffAct(client, {
      actorId: suspendedBy,
      act: "suspend_kind",
      subject: `worker:${workerId}/${kind}`,
      before: null,
      after: { ...skill, shown },
      reason,
    });
  });
  await standingChanged(ctx, workerId);
}

/** Within the transaction of `client`; call `standingChanged` after its commit. */
export async function liftKindSuspension(
  ctx: DomainContext,
  client: pg.PoolClient,
  { workerId, kind, reason, liftedBy }: KindOfWorker & { reason: string | null; liftedBy: number },
): Promise<void> {
  const { rows } = await client.query<{ reason: string }>({
    name: "lift_kind_suspension",
    text: `update worker_standing s set suspended_at = null, suspended_reason = null, suspended_evidence = null
           from (select worker_id, kind, suspended_reason as reason from worker_standing
             where worker_id = $1 and kind = $2 and suspended_at is not null for update) b
           where s.worker_id = b.worker_id and s.kind = b.kind returning b.reason`,
    values: [workerId, TASK_KINDS[kind].number],
  });
  const [before] = rows;
  if (!before) throw new Refusal("not_found", "This kind is not suspended for this worker.");
  const notice = { accountId: workerId, notice: "kind_suspension_lifted", params: { kind } } as const;
  await giveNotice(ctx, notice, openDatabase(client));
  await recordStaffAct(client, {
    actorId: liftedBy,
    act: "lift_kind_suspension",
    subject: `worker:${workerId}/${kind}`,
    before,
    after: null,
    reason,
  });
}

/** Seats here know it at once; other processes within seconds. */
export async function standingChanged(ctx: DomainContext, workerId: number): Promise<void> {
  const seat = ctx.floor.seatOf(workerId);
  if (seat) await seatStandings(ctx, [seat]);
}
