import type { CaseKind } from "@sightline/contract/moderation";
import { openDatabase } from "@sightline/db/database";
import type pg from "pg";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { decideGoldProposal } from "../gold/decide-gold-proposal";
import { inTransaction } from "../ledger/in-transaction";
import type { Service } from "../maintenance/service";
import { decidePayoutCheck } from "../payouts/decide-payout-check";
import { Refusal } from "../refusal";
import { decideSiteCase } from "../sites/decide-site-case";
import { decideAppeal } from "../standing/appeal";
import { decideReport } from "./decide-report";
import type { DecidedCase, DecisionEffect } from "./decided-case";
import { tellOfDecision } from "./tell-of-decision";

const CASES_PER_RUN = 50;

type Decide = (ctx: DomainContext, client: pg.PoolClient, decided: DecidedCase) => Promise<DecisionEffect>;

/** What each kind's decision does, in the transaction that decides it. Kinds that are not here are only recorded. */
const DECISIONS: Partial<Record<CaseKind, Decide>> = {
  bad_report: decideReport,
  appeal: decideAppeal,
  gold_proposal: decideGoldProposal,
  new_site: decideSiteCase,
  payout_check: decidePayoutCheck,
};

/** Verdicts whose time to be taken back is over: each with its money, notices and audit entry in one transaction. */
export const carryOutVerdicts: Service = {
  name: "carry-out-verdicts",
  everyMs: 1_000,
  async runOnce(ctx) {
    const { rows } = await ctx.pool.query<{ id: number }>({
      name: "verdicts_due",
      text: "select id from moderation_case where state = 1 and effect_at <= $1 order by effect_at limit $2",
      values: [new Date(ctx.clock.nowMs()), CASES_PER_RUN],
    });
    for (const { id } of rows) await carryOut(ctx, id);
    return rows.length;
  },
};

async function carryOut(ctx: DomainContext, caseId: number): Promise<void> {
  try {
    // The hot pool's plans lock accounts in the order of their ids.
    const afterCommit = await inTransaction(ctx.hotPool, async (client) => {
      const decided = await lockDecided(ctx, client, caseId);
      if (decided === undefined) return;
      const none: DecisionEffect = { refundedMicros: 0, takenBackMicros: 0 };
      const { afterCommit: later, ...effect } =
        (await DECISIONS[decided.kind]?.(ctx, client, decided)) ?? none;
      await client.query({
        name: "close_case",
        text: "update moderation_case set state = 2, effect_at = null, decided_at = $2, verdict = $3 where id = $1",
        values: [caseId, new Date(ctx.clock.nowMs()), decided.verdict],
      });
      await tellOfDecision(ctx, openDatabase(client), decided, effect);
      const { verdict, reasonCode, takesPayBack, note } = decided;
      await recordStaffAct(client, {
        actorId: decided.moderatorId,
        act: `decide_${decided.kind}`,
        subject: decided.subject,
        before: null,
        after: { caseId, verdict, reasonCode, takesPayBack, ...effect },
        reason: note,
      });
      return later;
    });
    await afterCommit?.();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What it was decided on is no longer so (the task was refunded meanwhile): admins look at it again.
    ctx.log.warn({ caseId, why: error.message }, "a verdict could not be carried out");
    await ctx.pool.query({
      name: "give_case_to_admins",
      text: "update moderation_case set state = 0, effect_at = null, readers_wanted = 1, escalated_at = $2 where id = $1 and state = 1",
      values: [caseId, new Date(ctx.clock.nowMs())],
    });
  }
}

async function lockDecided(
  ctx: DomainContext,
  client: pg.PoolClient,
  caseId: number,
): Promise<DecidedCase | undefined> {
  const { rows } = await client.query<DecidedCase>({
    name: "lock_decided_case",
    text: `
      select c.id, c.kind, c.subject, c.task_id as "taskId", c.account_id as "accountId", c.worker_id as "workerId",
        c.about, v.verdict, v.takes_pay_back as "takesPayBack", v.reason_code as "reasonCode", v.note,
        v.moderator_id as "moderatorId", v.given_at as "givenAt"
      from moderation_case c cross join lateral (
        select * from moderation_verdict v where v.case_id = c.id and v.given_at is not null
        order by v.given_at desc limit 1) v
      where c.id = $1 and c.state = 1 and c.effect_at <= $2 for update of c skip locked`,
    values: [caseId, new Date(ctx.clock.nowMs())],
  });
  return rows[0];
}
