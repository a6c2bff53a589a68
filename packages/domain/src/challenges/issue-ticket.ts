import { createHash, randomBytes } from "node:crypto";
import { CHALLENGE_KINDS, TASK_KINDS } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { STATES } from "../tasks/states";

export interface IssuedTicket {
  /** Goes into the frame's address. */
  ticket: string;
  /** What the frame's messages must carry. */
  nonce: string;
}

/** Enough for a page that is reloaded again and again, too few for a program that tries. */
const TICKETS_PER_MINUTE_MAX = 30;
const MINUTE_MS = 60_000;
const CHALLENGE_NUMBERS = CHALLENGE_KINDS.map((kind) => TASK_KINDS[kind].number);

/**
 * A ticket for the challenge that this worker holds now. Refused as not found when there is no such lease, it has
 * run out, or it is no challenge; as busy when too many were asked for.
 */
export async function issueTicket(
  ctx: Pick<DomainContext, "pool" | "clock">,
  lease: { workerId: number; taskId: number; leaseNo: number; appOrigin: string },
): Promise<IssuedTicket> {
  const { rowCount } = await ctx.pool.query({
    name: "held_challenge",
    text: `
      select from open_task where id = $1 and worker_id = $2 and lease_no = $3 and state = ${STATES.assigned}
        and kind = any($4::int[]) and lease_until > $5`,
    values: [lease.taskId, lease.workerId, lease.leaseNo, CHALLENGE_NUMBERS, new Date(ctx.clock.nowMs())],
  });
  if (rowCount === 0) throw new Refusal("not_found", "There is no such challenge in your hands.");
  return storeTicket(ctx, lease);
}

/** A ticket that is for no task: the frame measures the worker's v3 score. */
export function issueScoreTicket(
  ctx: Pick<DomainContext, "pool" | "clock">,
  worker: { workerId: number; appOrigin: string },
): Promise<IssuedTicket> {
  return storeTicket(ctx, { ...worker, taskId: null, leaseNo: null });
}

async function storeTicket(
  ctx: Pick<DomainContext, "pool" | "clock">,
  to: { workerId: number; taskId: number | null; leaseNo: number | null; appOrigin: string },
): Promise<IssuedTicket> {
  const ticket = randomBytes(24).toString("base64url");
  const nonce = randomBytes(16).toString("base64url");
  const nowMs = ctx.clock.nowMs();
  const { rowCount } = await ctx.pool.query({
    name: "store_challenge_ticket",
    text: `
      insert into challenge_ticket (ticket_sha256, worker_id, task_id, lease_no, nonce, app_origin, issued_at)
      select $1::bytea, $2::int, $3::bigint, $4::int, $5::text, $6::text, $7::timestamptz
      where (select count(*) from challenge_ticket where worker_id = $2 and issued_at > $8::timestamptz)
        < ${TICKETS_PER_MINUTE_MAX}`,
    values: [
      ticketHash(ticket),
      to.workerId,
      to.taskId,
      to.leaseNo,
      nonce,
      to.appOrigin,
      new Date(nowMs),
      new Date(nowMs - MINUTE_MS),
    ],
  });
  if (rowCount === 0) throw new Refusal("busy", "The challenge was opened too often. Wait a minute.");
  return { ticket, nonce };
}

export function ticketHash(ticket: string): Buffer {
  return createHash("sha256").update(ticket, "utf8").digest();
}
