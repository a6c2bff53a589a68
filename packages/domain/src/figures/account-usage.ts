import { USAGE_SPANS, type UsageRow, type UsageSpan } from "@sightline/contract/figures";
import type { DomainContext } from "../context";
import { HOUR_MS } from "./hour-sql";
import { readHours } from "./read-hours";

const DAY_HOURS = 24;

/** What an account has sent, a row for each day (UTC) and kind, the newest first. */
export async function accountUsage(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { accountId, span }: { accountId: number; span: UsageSpan },
): Promise<UsageRow[]> {
  const today = Math.floor(ctx.clock.nowMs() / HOUR_MS / DAY_HOURS);
  const fromDay = today - USAGE_SPANS[span] + 1;
  const fromHour = fromDay * DAY_HOURS;
  const days = await readHours(ctx, { accountId, fromHour, hoursPerBar: DAY_HOURS });
  return [...days]
    .sort(([a], [b]) => b - a)
    .flatMap(([place, { kinds }]) =>
      kinds.map((figures) => ({ dayMs: (fromDay + place) * DAY_HOURS * HOUR_MS, ...figures })),
    );
}
