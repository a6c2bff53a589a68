import type { PriceHistory } from "@sightline/contract/prices";
import { TASK_KIND_NAMES, TASK_KINDS } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";

const VERSIONS_MAX = 10;
const HOUR_MS = 3_600_000;
const WEEK_HOURS = 168;

/** A kind's latest versions, those to come among them, and how many answers of the last seven days were paid one by one, with what. */
export async function priceHistory(ctx: Pick<DomainContext, "pool" | "clock">): Promise<PriceHistory[]> {
  const { rows } = await ctx.pool.query<Row>({
    ...HISTORY_STATEMENT,
    values: [
      TASK_KIND_NAMES.map((kind) => TASK_KINDS[kind].number),
      Math.floor(ctx.clock.nowMs() / HOUR_MS) - WEEK_HOURS,
    ],
  });
  return TASK_KIND_NAMES.map((kind) => {
    const row = rows.find(({ number }) => number === TASK_KINDS[kind].number);
    return {
      kind,
      versions: row?.versions ?? [],
      weekCharged: row?.charged ?? 0,
      weekSpentMicros: row?.spent ?? 0,
    };
  });
}

interface Row {
  number: number;
  versions: PriceHistory["versions"] | null;
  charged: number;
  spent: number;
}

/** $1 kinds, $2 the hour from which on tasks count. Account 0 is everybody together. */
const HISTORY_STATEMENT = {
  name: "price_history",
  text: `
select k.number, v.versions, w.charged, w.spent
from unnest($1::smallint[]) k(number)
cross join lateral (
  select json_agg(json_build_object(
    'effectiveFromMs', (extract(epoch from p.effective_from) * 1000)::bigint, 'priceMicros', p.price_micros,
    'rateMinMicros', p.rate_min_micros, 'rateMaxMicros', p.rate_max_micros,
    'workerShareBasisPoints', p.worker_share_basis_points, 'packageShareBasisPoints', p.package_share_basis_points,
    'changedAtMs', (extract(epoch from p.changed_at) * 1000)::bigint, 'changedBy', u.email
  ) order by p.effective_from desc) as versions
  from (select * from kind_price where kind = k.number order by effective_from desc limit ${VERSIONS_MAX}) p
  left join auth_user u on u.account_id = p.changed_by
) v
cross join lateral (
  select coalesce(sum(charged), 0)::int as charged, coalesce(sum(spent_micros), 0)::bigint as spent
  from task_hour where account_id = 0 and hour >= $2 and kind = k.number
) w`,
} as const;
