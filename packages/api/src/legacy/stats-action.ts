import { formatWireUsd } from "@sightline/contract/money";
import type { DomainContext } from "@sightline/domain/context";
import { readDayStatistics } from "@sightline/domain/customers/day-statistics";
import { readDay } from "../wire/describe-statistics";
import { given } from "../wire/wire-input";
import { type Answer, refused } from "./answer";
import type { ClassicCall } from "./classic-call";

/** `getstats`: what an account had answered on one day (UTC), by the hour; old clients read it as XML. */
export async function answerStats(
  ctx: DomainContext,
  accountId: number,
  { input }: ClassicCall,
): Promise<Answer> {
  const day = readDay(given(input, "date"), ctx.clock.nowMs());
  if (day === null) return refused("ERROR_BAD_PARAMETERS", "date must read YYYY-MM-DD.");
  const hours = await readDayStatistics(ctx, { accountId, dayStartMs: day.startMs });
  const rows = hours.map(
    ({ hour, answered, chargedMicros }) =>
      `<stats><hour>${hour}</hour><volume>${answered}</volume><money>${formatWireUsd(chargedMicros)}</money></stats>`,
  );
  const request = `<?xml version="1.0" encoding="UTF-8"?><response date="${day.date}">${rows.join("")}</response>`;
  return { ok: true, request, plain: true, xml: true };
}
