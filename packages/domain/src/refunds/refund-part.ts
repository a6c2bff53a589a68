import { formatUsd } from "@sightline/contract/money";
import { BULK_REFUND_DAY_MAX_MICROS } from "@sightline/contract/refunds";
import { openDatabase } from "@sightline/db/database";
import type pg from "pg";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";
import { aloneMicrosMax, givenAlone } from "./given-alone";
import { refundTask } from "./refund-task";
import { refundedSince } from "./refunded-since";
import { HINDRANCES, viewTaskToRefund } from "./view-task-to-refund";

interface WantedPart {
  taskId: number;
  micros: number;
  reason: string;
  givenBy: number;
}

/**
 * An admin gives back a part of what one task has cost, or all that is left of it. The worker keeps the pay. Once a task,
 * as every refund; what waits for a moderator is refused, and so is what is over a limit of the account or of one admin.
 */
export async function refundPart(
  ctx: DomainContext,
  wanted: WantedPart,
): Promise<{ refundedMicros: number }> {
  const { taskId, micros, reason, givenBy } = wanted;
  const aloneMax = await aloneMicrosMax(ctx, givenBy);
  const { accountId } = await viewTaskToRefund(ctx.pool, taskId);
  return inTransaction(ctx.pool, async (client) => {
    await keepLimits(ctx, client, { accountId, micros, givenBy, aloneMax });
    const { hindrance, chargedMicros } = await viewTaskToRefund(client, taskId);
    if (hindrance !== null) throw new Refusal("conflict", HINDRANCES[hindrance]);
    const { refundedMicros } = await refundTask(ctx, client, {
      taskId,
      micros,
      takesPayBack: false,
      refundedBy: givenBy,
      reasonCode: "other",
      note: reason,
    });
    const params = { task: String(taskId), amount: formatUsd(refundedMicros), reason };
    await giveNotice(ctx, { accountId, notice: "task_part_refunded", params }, openDatabase(client));
    await recordStaffAct(client, {
      actorId: givenBy,
      act: "refund_part",
      subject: `task:${taskId}`,
      before: { chargedMicros },
      after: { chargedMicros: chargedMicros - refundedMicros, refundedMicros, accountId },
      reason,
    });
    return { refundedMicros };
  });
}

async function keepLimits(
  ctx: DomainContext,
  client: pg.PoolClient,
  {
    accountId,
    micros,
    givenBy,
    aloneMax,
  }: Omit<WantedPart, "taskId" | "reason"> & { accountId: number; aloneMax: number },
): Promise<void> {
  // Two admins who give to one account wait for each other here, so that the limits hold.
  await client.query("select from account_profile where account_id = $1 for update", [accountId]);
  if ((await refundedSince(ctx, client, accountId)) + micros > BULK_REFUND_DAY_MAX_MICROS)
    throw new Refusal(
      "conflict",
      `This account would get more than ${formatUsd(BULK_REFUND_DAY_MAX_MICROS)} back in 24 hours.`,
    );
  if ((await givenAlone(ctx, client, { accountId, givenBy })) + micros > aloneMax)
    throw new Refusal(
      "conflict",
      "This is over what one admin gives an account alone in 24 hours. Another admin can give it, or approve a set.",
    );
}
