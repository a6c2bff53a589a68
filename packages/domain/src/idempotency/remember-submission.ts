import type { DomainContext } from "../context";
import type { CreateTaskReply } from "../tasks/create-task";

/**
 * Idempotency-Key: a submission that is sent again with the same key answers with the task it made the first time.
 *
 * The row is the claim. Whoever inserts it owns the key and makes the task under the id that the row already names,
 * so the row never has to be written again and a process that dies in between leaves a question that the tables can
 * answer: does a task of that id exist? Then the submission was accepted. A refused submission takes its row away:
 * only accepted tasks are remembered. A claim without a task is given up after CLAIM_MS, longer than any accept
 * may take; the next sender takes it over by compare-and-set on the id.
 *
 * No lock is held while a task is made, so duplicates that wait hold no connection.
 */
export const IDEMPOTENCY_KEY_MAX_LENGTH = 255;
export const REMEMBERED_MS = 24 * 3_600_000;
/** A lane refuses after 2 s, a statement ends after 3 s, and each may be tried twice. */
const CLAIM_MS = 30_000;
/** Real time: how long a duplicate waits for the one that was first. */
const PATIENCE_MS = 5_000;
const FIRST_PAUSE_MS = 20;
const PAUSE_MS_MAX = 320;

export interface Submission {
  accountId: number;
  /** The header as it came; undefined or empty makes a task without remembering it. */
  key: string | undefined;
  /** SHA-256 of what was sent, 32 bytes (digest-submission.ts); asked only when there is a key. */
  bodySha256: () => Buffer;
}

/** `repeated`: the task was made before, by the first submission with the key. */
export type SubmitReply =
  | CreateTaskReply
  | { ok: true; taskId: number; repeated: true }
  | { ok: false; code: "ERROR_BAD_PARAMETERS"; errorText: string };

/**
 * Makes a task once for each key of an account within 24 hours. `create` gets the id that the task must have, or
 * undefined when there is no key. The same key with another body is refused; a duplicate that comes while the first
 * is being accepted waits for it. Rejects when the database is away.
 */
export async function submitOnce(
  ctx: DomainContext,
  submission: Submission,
  create: (taskId: number | undefined) => Promise<CreateTaskReply>,
): Promise<SubmitReply> {
  const { accountId, key } = submission;
  if (key === undefined || key === "") return create(undefined);
  if (key.length > IDEMPOTENCY_KEY_MAX_LENGTH) return refused(TOO_LONG);
  const taskId = ctx.ids.tryNext();
  if (taskId === null) return { ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "busy" };
  const claim: Claim = { accountId, key, bodySha256: submission.bodySha256(), taskId };

  const deadlineMs = Date.now() + PATIENCE_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, PAUSE_MS_MAX)) {
    const holder = await claimKey(ctx, claim);
    if (holder === "ours") return createClaimed(ctx, claim, create);
    if (holder?.accepted) {
      return holder.sameBody ? { ok: true, taskId: holder.taskId, repeated: true } : refused(OTHER_BODY);
    }
    if (Date.now() + pauseMs > deadlineMs)
      return { ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "busy" };
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

const TOO_LONG = `Idempotency-Key is longer than ${IDEMPOTENCY_KEY_MAX_LENGTH} characters.`;
const OTHER_BODY = "This Idempotency-Key was used for another submission. Send a new key with a new body.";

function refused(errorText: string): SubmitReply {
  return { ok: false, code: "ERROR_BAD_PARAMETERS", errorText };
}

interface Claim {
  accountId: number;
  key: string;
  bodySha256: Buffer;
  taskId: number;
}

async function createClaimed(
  ctx: DomainContext,
  claim: Claim,
  create: (taskId: number) => Promise<CreateTaskReply>,
): Promise<CreateTaskReply> {
  let reply: CreateTaskReply | undefined;
  try {
    reply = await create(claim.taskId);
    return reply;
  } finally {
    // A row that cannot be taken away while the database is away is given up after CLAIM_MS.
    if (!reply?.ok) await giveUp(ctx, claim).catch(() => {});
  }
}

/** Ours; or what the row in the way says; or null when that row went meanwhile. */
async function claimKey(
  ctx: DomainContext,
  { accountId, key, bodySha256, taskId }: Claim,
): Promise<"ours" | { taskId: number; sameBody: boolean; accepted: boolean } | null> {
  const nowMs = ctx.clock.nowMs();
  const { rowCount } = await ctx.pool.query({
    ...CLAIM_STATEMENT,
    values: [
      accountId,
      key,
      bodySha256,
      taskId,
      new Date(nowMs),
      new Date(nowMs - REMEMBERED_MS),
      new Date(nowMs - CLAIM_MS),
    ],
  });
  if (rowCount === 1) return "ours";
  const { rows } = await ctx.pool.query<{ task_id: number; same_body: boolean; accepted: boolean }>({
    ...LOOK_STATEMENT,
    values: [accountId, key, bodySha256],
  });
  const row = rows[0];
  return row ? { taskId: row.task_id, sameBody: row.same_body, accepted: row.accepted } : null;
}

async function giveUp(ctx: DomainContext, { accountId, key, taskId }: Claim): Promise<void> {
  await ctx.pool.query({
    name: "give_up_idempotency_key",
    text: "delete from idempotency_key where account_id = $1 and key = $2 and task_id = $3",
    values: [accountId, key, taskId],
  });
}

const accepted = (id: string): string =>
  `(exists (select from open_task o where o.id = ${id}) or exists (select from task t where t.id = ${id}))`;

/** $1 account, $2 key, $3 body, $4 task, $5 now, $6 forgotten before, $7 claims given up before. Locks one row. */
const CLAIM_STATEMENT = {
  name: "claim_idempotency_key",
  text: `
insert into idempotency_key as k (account_id, key, body_sha256, task_id, used_at) values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do update
  set body_sha256 = excluded.body_sha256, task_id = excluded.task_id, used_at = excluded.used_at
  where k.used_at <= $6 or (k.used_at <= $7 and not ${accepted("k.task_id")})`,
} as const;

const LOOK_STATEMENT = {
  name: "look_at_idempotency_key",
  text: `
select k.task_id, k.body_sha256 = $3 as same_body, ${accepted("k.task_id")} as accepted
from idempotency_key k where k.account_id = $1 and k.key = $2`,
} as const;
