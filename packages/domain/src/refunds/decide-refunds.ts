import type { WaitingRefund } from "@sightline/contract/refunds";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { bookRefunds } from "./give-refunds";

const WAITING_MAX = 100;

/**
 * Another admin approves a set that was over the limit, which gives it back, or refuses it. Whoever asked for it may
 * take it back, but never approve it. A set whose effect has changed meanwhile can only be refused.
 */
export async function decideRefunds(
  ctx: DomainContext,
  { requestId, approve, decidedBy }: { requestId: number; approve: boolean; decidedBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<Asked>(
      `select account_id as "accountId", task_ids as "taskIds", micros as "expectedMicros", reason, asked_by as "askedBy"
       from refund_request where id = $1 and state = 'waiting' for update`,
      [requestId],
    );
    const [asked] = rows;
    if (asked === undefined) throw new Refusal("conflict", "This set no longer waits.");
    if (approve && asked.askedBy === decidedBy)
      throw new Refusal("conflict", "Another admin must approve what you have asked for.");
    await client.query(
      "update refund_request set state = $2, decided_by = $3, decided_at = $4 where id = $1",
      [requestId, approve ? "approved" : "refused", decidedBy, new Date(ctx.clock.nowMs())],
    );
    if (approve) {
      await bookRefunds(ctx, client, {
        ...asked,
        taskIds: asked.taskIds.map(Number),
        givenBy: decidedBy,
      });
      return;
    }
    await recordStaffAct(client, {
      actorId: decidedBy,
      act: "refuse_refunds",
      subject: `account:${asked.accountId}`,
      before: { requestId, micros: asked.expectedMicros },
      after: null,
    });
  });
}

interface Asked {
  accountId: number;
  taskIds: (number | string)[];
  expectedMicros: number;
  reason: string;
  askedBy: number;
}

/** Sets that wait for a second admin. */
export async function listWaitingRefunds(
  ctx: Pick<DomainContext, "pool">,
  actorId: number,
): Promise<WaitingRefund[]> {
  const { rows } = await ctx.pool.query<Omit<WaitingRefund, "askedAtMs"> & { asked_at: Date }>(
    `select r.id, r.account_id as "accountId", u.email, cardinality(r.task_ids) as tasks, r.micros, r.reason,
       s.email as "askedByEmail", r.asked_at, r.asked_by = $1::int as "isMine"
     from refund_request r left join auth_user u on u.account_id = r.account_id
       left join auth_user s on s.account_id = r.asked_by
     where r.state = 'waiting' order by r.id limit ${WAITING_MAX}`,
    [actorId],
  );
  return rows.map(({ asked_at, ...row }) => ({ ...row, askedAtMs: asked_at.getTime() }));
}
