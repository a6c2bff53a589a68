import type { OptOutRow } from "@sightline/contract/sites";
import { optOut } from "@sightline/db/schema/opt-out";
import { asc, isNull } from "drizzle-orm";
import type { DomainContext } from "../context";

const OLDEST = 100;

/** Opt-outs that nobody has proved or closed, the oldest first. */
export async function listOptOuts(ctx: Pick<DomainContext, "db">): Promise<OptOutRow[]> {
  const rows = await ctx.db
    .select()
    .from(optOut)
    .where(isNull(optOut.closedAt))
    .orderBy(asc(optOut.id))
    .limit(OLDEST);
  return rows.map(({ id, host, email, words, askedAt, mailConfirmedAt }) => ({
    id,
    host,
    email,
    words,
    askedAtMs: askedAt.getTime(),
    mailConfirmedAtMs: mailConfirmedAt?.getTime() ?? null,
  }));
}
