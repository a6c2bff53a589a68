import type { DomainContext } from "../context";
import type { Service } from "../maintenance/service";
import { MAIL_STATES } from "./mail-states";

const BATCH_MAX = 20;
/** A process that dies with mail in its hands delays it by this; a mail may come twice, never not at all. */
const HOLD_MS = 120_000;
/** After each failed attempt; the last one is followed by giving up, about a day after the first. */
const RETRY_MS = [60_000, 300_000, 1_800_000, 7_200_000, 21_600_000, 57_600_000];
const FAILURE_MAX_LENGTH = 300;
const KEEP_MS = 7 * 86_400_000;
const SWEEP_MAX = 500;

interface DueMail {
  id: number;
  to_address: string;
  sealed: Buffer;
  attempts: number;
}

/** Sends what is due, a bounded batch at a time, a few at once. */
export const deliverMail: Service = {
  name: "deliver-mail",
  everyMs: 1_000,
  async runOnce(ctx) {
    if (ctx.mail.options.mode !== "smtp") return 0;
    const due = await claimDue(ctx);
    const outcomes = await Promise.all(due.map((mail) => attempt(ctx, mail)));
    if (due.length > 0) await record(ctx, due, outcomes);
    return due.length;
  },
};

async function claimDue(ctx: DomainContext): Promise<DueMail[]> {
  const nowMs = ctx.clock.nowMs();
  const { rows } = await ctx.pool.query<DueMail>({
    name: "claim_mail",
    text: `
      update mail set next_attempt_at = $2::timestamptz
      where id = any(array(
        select id from mail where state = ${MAIL_STATES.due} and next_attempt_at <= $1::timestamptz
        order by next_attempt_at limit ${BATCH_MAX} for update skip locked))
      returning id, to_address, sealed, attempts`,
    values: [new Date(nowMs), new Date(nowMs + HOLD_MS)],
  });
  return rows;
}

/** What went wrong, or null. */
async function attempt(ctx: DomainContext, { to_address: to, sealed }: DueMail): Promise<string | null> {
  try {
    await ctx.mail.send(to, ctx.mail.open(to, sealed));
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).slice(0, FAILURE_MAX_LENGTH);
  }
}

async function record(
  ctx: DomainContext,
  due: readonly DueMail[],
  failures: readonly (string | null)[],
): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  const next = due.map(({ attempts }, i) => {
    const delayMs = failures[i] === null ? undefined : RETRY_MS[attempts];
    return delayMs === undefined ? null : new Date(nowMs + delayMs);
  });
  const states = due.map((_, i) =>
    failures[i] === null ? MAIL_STATES.sent : next[i] ? MAIL_STATES.due : MAIL_STATES.given_up,
  );
  await ctx.pool.query({
    name: "record_mail",
    text: `
      update mail m set state = i.state, next_attempt_at = i.next_at, attempts = m.attempts + 1,
        last_failure = i.failure, sealed = case i.state when ${MAIL_STATES.due} then m.sealed end
      from unnest($1::bigint[], $2::smallint[], $3::timestamptz[], $4::text[]) as i(id, state, next_at, failure)
      where m.id = i.id and m.state = ${MAIL_STATES.due}`,
    values: [due.map(({ id }) => id), states, next, failures],
  });
  if (states.includes(MAIL_STATES.given_up)) ctx.log.error({ failures }, "mail was given up");
}

/** Forgets mail that is over, a bounded batch at a time. */
export const sweepMail: Service = {
  name: "sweep-mail",
  everyMs: 600_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "sweep_mail",
      text: `delete from mail where id = any(array(
               select id from mail where queued_at < $1::timestamptz and state <> ${MAIL_STATES.due}
               order by queued_at limit ${SWEEP_MAX}))`,
      values: [new Date(ctx.clock.nowMs() - KEEP_MS)],
    });
    return rowCount ?? 0;
  },
};
