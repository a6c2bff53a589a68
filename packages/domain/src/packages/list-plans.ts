import type { PackagePlanRow } from "@sightline/contract/packages";
import type { DomainContext } from "../context";
import { PACKAGE_STATES } from "./package-states";

/** Every package by its version in force, with what was sold of it, brought in and paid to workers. */
export async function listPlans(ctx: Pick<DomainContext, "pool" | "clock">): Promise<PackagePlanRow[]> {
  const { rows } = await ctx.pool.query<PlanRow>({
    name: "package_plans",
    text: `
      select p.name, p.threads, p.day_micros as day, p.week_micros as week, p.month_micros as month, p.offered,
        coalesce(s.running, 0) as running, coalesce(s.sold, 0) as sold, coalesce(s.income, 0) as income,
        coalesce(s.pay, 0) as pay, coalesce(s.answers, 0) as answers
      from (select distinct on (name) * from package_plan where effective_from <= $1::timestamptz
            order by name, effective_from desc, id desc) p
        left join (
          select name, (count(*) filter (where state = ${PACKAGE_STATES.running}))::int as running, count(*)::int as sold,
            sum(price_micros)::bigint - sum(credit_micros)::bigint as income, sum(pay_micros)::bigint as pay,
            sum(answers)::bigint as answers
          from package_purchase group by name
        ) s on s.name = p.name
      order by p.threads, p.name limit 200`,
    values: [new Date(ctx.clock.nowMs())],
  });
  return rows.map((row) => ({
    name: row.name,
    threads: row.threads,
    micros: { day: row.day, week: row.week, month: row.month },
    offered: row.offered,
    running: row.running,
    sold: row.sold,
    incomeMicros: row.income,
    payMicros: row.pay,
    answers: row.answers,
  }));
}

interface PlanRow {
  name: string;
  threads: number;
  day: number;
  week: number;
  month: number;
  offered: boolean;
  running: number;
  sold: number;
  income: number;
  pay: number;
  answers: number;
}
