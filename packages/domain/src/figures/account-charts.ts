import { CHART_SPANS, type ChartBar, type ChartSpan, percentileMs } from "@sightline/contract/figures";
import type { TaskKind } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { HOUR_MS } from "./hour-sql";
import { readHours } from "./read-hours";

/** An account's charts: every bar of the span, the oldest first, the last one still growing. */
export async function accountCharts(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { accountId, span, kind }: { accountId: number; span: ChartSpan; kind?: TaskKind | undefined },
): Promise<ChartBar[]> {
  const { bars, hoursPerBar } = CHART_SPANS[span];
  const thisHour = Math.floor(ctx.clock.nowMs() / HOUR_MS);
  const fromHour = (Math.floor(thisHour / hoursPerBar) - bars + 1) * hoursPerBar;
  const figures = await readHours(ctx, { accountId, fromHour, hoursPerBar, kind });
  return Array.from({ length: bars }, (_, place) => {
    const { kinds = [], steps = [] } = figures.get(place) ?? {};
    return {
      fromMs: (fromHour + place * hoursPerBar) * HOUR_MS,
      kinds,
      solveP50Ms: percentileMs(steps, 0.5),
      solveP95Ms: percentileMs(steps, 0.95),
    };
  });
}
