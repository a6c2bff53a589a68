import { formatUsd } from "@sightline/contract/money";
import { BULK_REFUND_DAY_MAX_MICROS, type GiveRefundsReply } from "@sightline/contract/refunds";
import { openDatabase } from "@sightline/db/database";
import type pg from "pg";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { bookMoves } from "../ledger/book-moves";
import { inTransaction } from "../ledger/in-transaction";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";
import { REPORT_STATES } from "../reports/report-states";
import { aloneMicrosMax, givenAlone } from "./given-alone";
import { refundedSince } from "./refunded-since";
import { type TaskCharge, taskCharges } from "./task-charges";

const NOTED_MAX = 500;

interface WantedRefunds {
  accountId: number;
  taskIds: readonly number[];
  expectedMicros: number;
  reason: string;
  givenBy: number;
}

/**
 * An admin gives an account the price of a previewed set of tasks back: all of them or none. Workers keep their pay. Once
 * a task, whoever tries; what waits for a moderator is refused, and so is a set whose effect has changed since. Over the
 * operator's limit, which counts what one admin gave the account within 24 hours, it waits for another admin
 * (decide-refunds.ts), and until then nothing moves.
 */
export async function giveRefunds(ctx: DomainContext, wanted: WantedRefunds): Promise<GiveRefundsReply> {
  const aloneMax = await aloneMicrosMax(ctx, wanted.givenBy);
  return inTransaction(ctx.pool, async (client) => {
    const { charges, micros, before } = await checkSet(ctx, client, wanted);
    const alone = await givenAlone(ctx, client, wanted);
    if (alone + micros > aloneMax) {
      await askForSecond(ctx, client, wanted, micros);
      return { waits: true };
    }
    await bookSet(ctx, client, wanted, { charges, micros, before });
    return { waits: false };
  });
}

/** Within the transaction that has decided to. */
export async function bookRefunds(
  ctx: DomainContext,
  client: pg.PoolClient,
  wanted: WantedRefunds,
): Promise<void> {
  await bookSet(ctx, client, wanted, await checkSet(ctx, client, wanted));
}

interface CheckedSet {
  charges: TaskCharge[];
  micros: number;
  /** What the account was given back in 24 hours before. */
  before: number;
}

async function checkSet(
  ctx: DomainContext,
  client: pg.PoolClient,
  { accountId, taskIds, expectedMicros }: WantedRefunds,
): Promise<CheckedSet> {
  // Two admins who give to one account wait for each other here, so that the limits hold.
  await client.query("select from account_profile where account_id = $1 for update", [accountId]);
  const charges = await chargesOf(client, accountId, taskIds);
  const micros = charges.reduce((sum, { chargedMicros }) => sum + chargedMicros, 0);
  if (charges.length !== new Set(taskIds).size || micros !== expectedMicros)
    throw new Refusal("conflict", "The set has changed since it was looked at. Look at it again.");
  const before = await refundedSince(ctx, client, accountId);
  if (before + micros > BULK_REFUND_DAY_MAX_MICROS)
    throw new Refusal(
      "conflict",
      `This account would get more than ${formatUsd(BULK_REFUND_DAY_MAX_MICROS)} back in 24 hours.`,
    );
  return { charges, micros, before };
}

async function askForSecond(
  ctx: Pick<DomainContext, "clock">,
  client: pg.PoolClient,
  { accountId, taskIds, reason, givenBy }: WantedRefunds,
  micros: number,
): Promise<void> {
  const { rowCount } = await client.query(
    `insert into refund_request (account_id, task_ids, micros, reason, state, asked_by, asked_at)
     values ($1, $2, $3, $4, 'waiting', $5, $6) on conflict do nothing`,
    [accountId, taskIds, micros, reason, givenBy, new Date(ctx.clock.nowMs())],
  );
  if (rowCount !== 1)
    throw new Refusal("conflict", "A set of this account waits for a second admin already.");
  await recordStaffAct(client, {
    actorId: givenBy,
    act: "ask_for_refunds",
    subject: `account:${accountId}`,
    before: null,
    after: { micros, tasks: taskIds.slice(0, NOTED_MAX) },
    reason,
  });
}

async function bookSet(
  ctx: DomainContext,
  client: pg.PoolClient,
  { accountId, reason, givenBy }: WantedRefunds,
  { charges, micros, before }: CheckedSet,
): Promise<void> {
  await insertRefunds(ctx, client, charges, { reason, givenBy });
  await bookMoves(
    client,
    charges.map(({ taskId, chargedMicros }) => ({
      causeId: taskId,
      posting: "refund_task",
      debitId: PLATFORM_ACCOUNTS.expenses,
      creditId: accountId,
      micros: chargedMicros,
    })),
  );
  const params = { count: String(charges.length), amount: formatUsd(micros), reason };
  await giveNotice(ctx, { accountId, notice: "tasks_refunded", params }, openDatabase(client));
  await recordStaffAct(client, {
    actorId: givenBy,
    act: "give_refunds",
    subject: `account:${accountId}`,
    before: { refunded24hMicros: before },
    after: { micros, tasks: charges.map(({ taskId }) => taskId).slice(0, NOTED_MAX) },
    reason,
  });
}

/** What can still be given back of these tasks, of this account only and without what a moderator decides about. */
async function chargesOf(
  client: pg.PoolClient,
  accountId: number,
  taskIds: readonly number[],
): Promise<TaskCharge[]> {
  const reported = await client.query<{ task_id: number }>(
    `select task_id from report where task_id = any($1::bigint[]) and state = ${REPORT_STATES.open}`,
    [taskIds],
  );
  const waiting = new Set(reported.rows.map(({ task_id }) => task_id));
  const charges = await taskCharges(client, taskIds);
  return charges.filter(
    (charge) => charge.accountId === accountId && charge.chargedMicros > 0 && !waiting.has(charge.taskId),
  );
}

async function insertRefunds(
  ctx: Pick<DomainContext, "clock">,
  client: pg.PoolClient,
  charges: readonly TaskCharge[],
  { reason, givenBy }: { reason: string; givenBy: number },
): Promise<void> {
  const { rowCount } = await client.query(
    `insert into refund (task_id, account_id, worker_id, micros, taken_back_micros, refunded_by, reason_code, note, refunded_at)
     select id, account_id, worker_id, micros, 0, $5, 'other', $6, $7
     from unnest($1::bigint[], $2::int[], $3::int[], $4::bigint[]) as t(id, account_id, worker_id, micros)
     on conflict do nothing`,
    [
      charges.map(({ taskId }) => taskId),
      charges.map((charge) => charge.accountId),
      charges.map(({ workerId }) => workerId),
      charges.map(({ chargedMicros }) => chargedMicros),
      givenBy,
      reason,
      new Date(ctx.clock.nowMs()),
    ],
  );
  if (rowCount !== charges.length)
    throw new Refusal("conflict", "One of these tasks was refunded before. Look at the set again.");
}
