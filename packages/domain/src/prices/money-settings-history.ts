import type { FloorEffect, MoneySettingsHistory } from "@sightline/contract/packages";
import type { DomainContext } from "../context";
import { PACKAGE_STATES } from "../packages/package-states";

const VERSIONS_MAX = 10;
const HOUR_MS = 3_600_000;
const WEEK_HOURS = 168;

/**
 * What cap and floor were before, with who set them, as the audit log has it, and whom the cap concerns now. The last
 * version is what the oldest act that is shown replaced: at the installation nobody sets them.
 */
export async function moneySettingsHistory(ctx: Pick<DomainContext, "pool">): Promise<MoneySettingsHistory> {
  const { rows } = await ctx.pool.query<MoneySettingsHistory>({
    name: "money_settings_history",
    text: `
      with latest as (
        select * from staff_act where subject = 'money' and act = 'set_money_settings' order by id desc limit ${VERSIONS_MAX}),
      version as (
        select id, at, after as settings, actor_id, true as set from latest
        union all
        (select id, at, before, null, false from latest order by id limit 1))
      select coalesce((
          select json_agg(json_build_object('answersPerThreadHour', v.settings -> 'answersPerThreadHour',
            'floorMicrosPerHour', v.settings -> 'floorMicrosPerHour',
            'changedAtMs', case when v.set then (extract(epoch from v.at) * 1000)::bigint end, 'changedBy', u.email)
            order by v.id desc, v.set desc)
          from version v left join auth_user u on u.account_id = v.actor_id), '[]') as versions,
        (select coalesce(sum(threads), 0)::int from package_purchase where state = ${PACKAGE_STATES.running}) as "runningThreads"`,
  });
  return rows[0] ?? { versions: [], runningThreads: 0 };
}

/** What the floor has added to workers' pay in the last seven days, and what this floor would have. By worker_hour_hour_idx. */
export async function floorEffect(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { floorMicrosPerHour }: { floorMicrosPerHour: number },
): Promise<FloorEffect> {
  const { rows } = await ctx.pool.query<FloorEffect>({
    name: "floor_effect",
    text: `
      select count(distinct worker_id)::int as workers, coalesce(sum(top_up_micros), 0)::bigint as "toppedUpMicros",
        coalesce(sum(greatest($2::bigint * active_ms / ${HOUR_MS} - earned_micros, 0)), 0)::bigint as "wouldTopUpMicros"
      from worker_hour where hour >= $1 and settled_at is not null`,
    values: [Math.floor(ctx.clock.nowMs() / HOUR_MS) - WEEK_HOURS, floorMicrosPerHour],
  });
  return rows[0] ?? { workers: 0, toppedUpMicros: 0, wouldTopUpMicros: 0 };
}
