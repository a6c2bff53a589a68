import {
  CASE_KINDS,
  type CaseKind,
  fitsVerdict,
  type GivenVerdict,
  REFUND_DAY_MAX_MICROS,
  UNDO_MS,
  type Verdict,
  type VerdictReply,
  verdictsOf,
} from "@sightline/contract/moderation";
import type pg from "pg";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { refundedSince } from "../refunds/refunded-since";
import { Refusal } from "../refusal";
import type { Moderator } from "./claim-case";
import { effectOf } from "./verdict-effect";

/**
 * A moderator's verdict on a case they hold. It is carried out when the time to take it back is over
 * (carry-out-verdicts.ts). Of two readers the first only leaves theirs; two that differ make it the admins'.
 */
export async function giveVerdict(
  ctx: Pick<DomainContext, "pool" | "clock">,
  moderator: Moderator,
  given: GivenVerdict,
): Promise<VerdictReply> {
  const nowMs = ctx.clock.nowMs();
  return inTransaction(ctx.pool, async (client) => {
    const held = await lockHeldCase(client, moderator, given.caseId, nowMs);
    if (!verdictsOf(held.kind).includes(given.verdict))
      throw new Refusal("conflict", "This kind of case has no such verdict.");
    if (!fitsVerdict(given.reasonCode, given.verdict))
      throw new Refusal(
        "conflict",
        "This reason speaks for another verdict. Choose one that fits; nothing was changed.",
      );
    if (CASE_KINDS[held.kind].blindFirst && held.reading === null)
      throw new Refusal("conflict", "Type your own reading first.");
    await checkMoney(ctx, client, moderator, held, given);
    await client.query({
      name: "store_verdict",
      text: `insert into moderation_verdict (case_id, moderator_id, read_at, verdict, takes_pay_back, reason_code, note, given_at)
             values ($1, $2, $7, $3, $4, $5, $6, $7)
             on conflict (case_id, moderator_id) do update set verdict = $3, takes_pay_back = $4, reason_code = $5,
               note = $6, given_at = $7`,
      values: [
        given.caseId,
        moderator.accountId,
        given.verdict,
        given.takesPayBack,
        given.reasonCode,
        given.note || null,
        new Date(nowMs),
      ],
    });
    const outcome = outcomeOf(moderator, held, given);
    await client.query({
      name: "move_case",
      text: `update moderation_case set claimed_by = null, claimed_until = null,
               state = case $2 when 'decided' then 1 else 0 end,
               effect_at = case $2 when 'decided' then $3::timestamptz end,
               escalated_at = case $2 when 'escalated' then $4::timestamptz else escalated_at end
             where id = $1`,
      values: [given.caseId, outcome, new Date(nowMs + UNDO_MS), new Date(nowMs)],
    });
    return { outcome, undoUntilMs: nowMs + UNDO_MS };
  });
}

interface HeldCase {
  kind: CaseKind;
  taskId: number | null;
  accountId: number | null;
  escalated: boolean;
  readersWanted: number;
  reading: string | null;
  otherVerdict: Verdict | null;
  otherTakesPayBack: boolean | null;
}

/** The case, locked; refused with words for whoever no longer holds it. */
async function lockHeldCase(
  client: Pick<pg.ClientBase, "query">,
  { accountId }: Moderator,
  caseId: number,
  nowMs: number,
): Promise<HeldCase> {
  const { rows } = await client.query<HeldCase & { state: number; mine: boolean; running: boolean }>({
    ...HELD_STATEMENT,
    values: [caseId, accountId, new Date(nowMs)],
  });
  const row = rows[0];
  if (row === undefined) throw new Refusal("not_found", "There is no such case.");
  if (row.state !== 0)
    throw new Refusal("conflict", "Somebody has decided this case meanwhile. Nothing was changed.");
  if (!row.mine)
    throw new Refusal(
      "conflict",
      "You do not hold this case any more: somebody else took it. Nothing was changed.",
    );
  if (!row.running)
    throw new Refusal(
      "conflict",
      "Your time for this case has run out. Open it again to decide it; nothing was changed.",
    );
  return row;
}

async function checkMoney(
  ctx: Pick<DomainContext, "clock">,
  client: Pick<pg.ClientBase, "query">,
  moderator: Moderator,
  held: HeldCase,
  given: GivenVerdict,
): Promise<void> {
  const effect = await effectOf(client, held, given);
  const { expected } = given;
  if (effect.refundMicros !== expected.refundMicros || effect.takenBackMicros !== expected.takenBackMicros)
    throw new Refusal(
      "conflict",
      "What this verdict would move has changed meanwhile. Look at the case again.",
    );
  if (held.accountId === null || effect.refundMicros === 0 || moderator.role === "admin") return;
  const before = await refundedSince(ctx, client, held.accountId);
  if (before + effect.refundMicros > REFUND_DAY_MAX_MICROS)
    throw new Refusal(
      "conflict",
      "This account has reached the refunds of a day. Escalate the case: an admin decides.",
    );
}

function outcomeOf(moderator: Moderator, held: HeldCase, given: GivenVerdict): VerdictReply["outcome"] {
  if (given.verdict === "escalate") return "escalated";
  if (held.readersWanted < 2 || (held.escalated && moderator.role === "admin")) return "decided";
  if (held.otherVerdict === null) return "waits_for_second";
  const agreed = held.otherVerdict === given.verdict && held.otherTakesPayBack === given.takesPayBack;
  return agreed ? "decided" : "escalated";
}

/** $1 case, $2 moderator, $3 now. */
const HELD_STATEMENT = {
  name: "lock_held_case",
  text: `
select c.kind, c.state, c.task_id as "taskId", c.account_id as "accountId", c.escalated_at is not null as escalated,
  c.readers_wanted as "readersWanted", coalesce(c.claimed_by = $2, false) as mine,
  coalesce(c.claimed_until > $3, false) as running, own.reading,
  other.verdict as "otherVerdict", other.takes_pay_back as "otherTakesPayBack"
from moderation_case c
left join moderation_verdict own on own.case_id = c.id and own.moderator_id = $2
left join lateral (
  select verdict, takes_pay_back from moderation_verdict v
  where v.case_id = c.id and v.moderator_id <> $2 and v.given_at is not null and v.verdict <> 'escalate'
  order by v.given_at desc limit 1
) other on true
where c.id = $1 for update of c`,
} as const;
