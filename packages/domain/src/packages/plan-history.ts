import type { PlanHistory } from "@sightline/contract/packages";
import type { DomainContext } from "../context";
import { PACKAGE_STATES } from "./package-states";

const VERSIONS_MAX = 10;

/** A package's latest versions with who made them, and who runs it now and would buy its version in force again. */
export async function planHistory(
  ctx: Pick<DomainContext, "pool">,
  { name }: { name: string },
): Promise<PlanHistory> {
  const { rows } = await ctx.pool.query<PlanHistory>({ ...HISTORY_STATEMENT, values: [name] });
  return rows[0] ?? { versions: [], running: 0, renewals: { day: 0, week: 0, month: 0 } };
}

/** $1 name. One that another waits behind is not renewed: the other begins (turn-over-package.ts). */
const HISTORY_STATEMENT = {
  name: "plan_history",
  text: `
with open as (
  select state, span, renew and not (state = ${PACKAGE_STATES.running} and exists (
      select from package_purchase w
      where w.account_id = p.account_id and w.state = ${PACKAGE_STATES.waiting})) as renews
  from package_purchase p where name = $1 and state in (${PACKAGE_STATES.waiting}, ${PACKAGE_STATES.running})
)
select coalesce(v.versions, '[]') as versions, o.running,
  json_build_object('day', o.day, 'week', o.week, 'month', o.month) as renewals
from (
  select json_agg(json_build_object('id', p.id, 'threads', p.threads, 'offered', p.offered,
    'micros', json_build_object('day', p.day_micros, 'week', p.week_micros, 'month', p.month_micros),
    'effectiveFromMs', (extract(epoch from p.effective_from) * 1000)::bigint,
    'changedAtMs', (extract(epoch from p.changed_at) * 1000)::bigint, 'changedBy', u.email) order by p.id desc) as versions
  from (select * from package_plan where name = $1 order by id desc limit ${VERSIONS_MAX}) p
  left join auth_user u on u.account_id = p.changed_by
) v
cross join (
  select (count(*) filter (where state = ${PACKAGE_STATES.running}))::int as running,
    (count(*) filter (where renews and span = 'day'))::int as day,
    (count(*) filter (where renews and span = 'week'))::int as week,
    (count(*) filter (where renews and span = 'month'))::int as month
  from open
) o`,
} as const;
