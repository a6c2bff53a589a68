import { type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import type { ChallengeParams, TaskParams } from "@sightline/contract/task-params";
import type { DomainContext } from "../context";
import { STATES } from "../tasks/states";
import { ticketHash } from "./issue-ticket";

export type RedeemedTicket =
  | {
      ok: true;
      workerId: number;
      nonce: string;
      appOrigin: string;
      /** Null for a ticket that measures the worker's score. */
      task: { kind: TaskKind; challenge: ChallengeParams } | null;
    }
  /** `used`: a ticket opens one page. `over`: its time, or the lease it was for, has ended. */
  | { ok: false; why: "unknown" | "used" | "over" };

const TICKET_MS_MAX = 60_000;

/**
 * Opens the frame: each ticket once, within a minute, and only while the worker still holds the lease it was issued
 * for. Which of several requests at once is the one, the row decides.
 */
export async function redeemTicket(
  ctx: Pick<DomainContext, "pool" | "clock">,
  ticket: string,
): Promise<RedeemedTicket> {
  const now = new Date(ctx.clock.nowMs());
  const { rows } = await ctx.pool.query<Row>({ ...REDEEM, values: [ticketHash(ticket), now] });
  const row = rows[0];
  if (!row) return { ok: false, why: (await wasIssued(ctx, ticket)) ? "used" : "unknown" };
  const { worker_id: workerId, nonce, app_origin: appOrigin } = row;
  if (row.issued_at.getTime() + TICKET_MS_MAX <= now.getTime()) return { ok: false, why: "over" };
  if (row.task_id === null) return { ok: true, workerId, nonce, appOrigin, task: null };
  if (row.kind === null || !row.hints?.challenge) return { ok: false, why: "over" };
  const task = { kind: taskKindOf(row.kind), challenge: row.hints.challenge };
  return { ok: true, workerId, nonce, appOrigin, task };
}

interface Row {
  worker_id: number;
  nonce: string;
  app_origin: string;
  issued_at: Date;
  task_id: number | null;
  kind: number | null;
  hints: TaskParams | null;
}

const REDEEM = {
  name: "redeem_challenge_ticket",
  text: `
with used as (
  update challenge_ticket set used_at = $2::timestamptz where ticket_sha256 = $1 and used_at is null
  returning worker_id, nonce, app_origin, issued_at, task_id, lease_no
)
select u.*, o.kind, i.hints from used u
left join open_task o on o.id = u.task_id and o.worker_id = u.worker_id and o.lease_no = u.lease_no
  and o.state = ${STATES.assigned} and o.lease_until > $2::timestamptz
left join task_input i on i.task_id = o.id`,
};

async function wasIssued(ctx: Pick<DomainContext, "pool">, ticket: string): Promise<boolean> {
  const { rowCount } = await ctx.pool.query("select from challenge_ticket where ticket_sha256 = $1", [
    ticketHash(ticket),
  ]);
  return rowCount === 1;
}
