import type { RequestRetention } from "@sightline/contract/request-log";
import { requestRetention } from "@sightline/db/schema/request-retention";
import { firstIdAt } from "@sightline/db/task-id";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";

const DAY_MS = 86_400_000;

/** For how long an account's calls are kept: as it chose, and never longer than the operator keeps them. */
export async function requestRetentionOf(
  ctx: Pick<DomainContext, "db" | "requestLog">,
  accountId: number,
): Promise<RequestRetention> {
  const daysMax = ctx.requestLog.days;
  const [row] = await ctx.db.select().from(requestRetention).where(eq(requestRetention.accountId, accountId));
  return { days: Math.min(row?.days ?? daysMax, daysMax), daysMax };
}

/** The first id of what is kept so long: nothing before it is shown to anybody, whether it is deleted yet or not. */
export function firstKeptId(nowMs: number, days: number): number {
  return firstIdAt(nowMs - days * DAY_MS);
}
