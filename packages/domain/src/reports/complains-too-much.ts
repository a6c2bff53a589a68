import { OVER_REPORTING } from "@sightline/contract/reports";
import { CHALLENGE_KINDS, TASK_KINDS } from "@sightline/contract/task-kinds";
import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { STATES } from "../tasks/states";
import { REPORT_STATES } from "./report-states";

/** The rule looks at this many of the account's last decided reports. */
const DECIDED_LOOKED_AT = 100;
/** How many of an account's last tasks are looked through for its tokens of the day. */
const TASKS_LOOKED_AT = 10_000;
const DECIDED_STATES = [
  REPORT_STATES.accepted,
  REPORT_STATES.refused,
  REPORT_STATES.ambiguous,
  REPORT_STATES.unsolvable,
].join(", ");
const DAY_MS = 24 * 3_600_000;
const TOKEN_KINDS: number[] = CHALLENGE_KINDS.map((kind) => TASK_KINDS[kind].number);

/**
 * The 40 % rule (protocol.md, rule 21). Of the account's last decided bad reports, too many were about right answers;
 * or, for tokens, which nobody decides on, too many of the day's would be reported bad with this one.
 */
export async function complainsTooMuch(
  ctx: Pick<DomainContext, "pool">,
  { accountId, isToken, nowMs }: { accountId: number; isToken: boolean; nowMs: number },
): Promise<boolean> {
  const { judged, wrong } = await (isToken
    ? countTokens(ctx, accountId, nowMs)
    : countDecidedReports(ctx, accountId));
  return judged >= OVER_REPORTING.judgedMin && wrong > judged * OVER_REPORTING.wrongShareMax;
}

/** Of the account's last decided bad reports, how many were about right answers. */
export async function countDecidedReports(
  ctx: Pick<DomainContext, "pool">,
  accountId: number,
): Promise<Counts> {
  const { rows } = await ctx.pool.query<Counts>({
    name: "count_decided_reports",
    text: `
      select count(*)::int as judged, (count(*) filter (where state = ${REPORT_STATES.refused}))::int as wrong
      from (
        select state from report
        where account_id = $1::int and state in (${DECIDED_STATES})
        order by task_id desc limit ${DECIDED_LOOKED_AT}
      ) decided`,
    values: [accountId],
  });
  return rows[0] ?? { judged: 0, wrong: 0 };
}

/** This report would be one more. */
async function countTokens(
  ctx: Pick<DomainContext, "pool">,
  accountId: number,
  nowMs: number,
): Promise<Counts> {
  const { rows } = await ctx.pool.query<Counts>({
    name: "count_reported_tokens",
    text: `
      select count(*) filter (where t.state = ${STATES.answered} and t.kind = any($3::int[]))::int as judged,
        (count(*) filter (where r.state = ${REPORT_STATES.refunded}) + 1)::int as wrong
      from (
        select id, state, kind from task where account_id = $1::int and id >= $2::bigint
        order by id desc limit ${TASKS_LOOKED_AT}
      ) t left join report r on r.task_id = t.id`,
    values: [accountId, firstIdAt(nowMs - DAY_MS), TOKEN_KINDS],
  });
  return rows[0] ?? { judged: 0, wrong: 0 };
}

interface Counts {
  judged: number;
  wrong: number;
}
