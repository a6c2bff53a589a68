import { type AskExportReply, EXPORT_KEEP_MS } from "@sightline/contract/my-data";
import { dataExport } from "@sightline/db/schema/data-export";
import { and, eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { hitExactLimit } from "../limits/hit-exact-limit";
import type { Holder } from "./export-files";

/** Begins a file with everything that is kept of an account; a service writes it. */
export async function askExport(
  ctx: Pick<DomainContext, "db" | "pool" | "clock">,
  { accountId, userId }: Holder,
): Promise<AskExportReply> {
  const [running] = await ctx.db
    .select({ id: dataExport.id })
    .from(dataExport)
    .where(and(eq(dataExport.accountId, accountId), eq(dataExport.state, 0)));
  if (running !== undefined) return { outcome: "being_made" };
  const verdict = await hitExactLimit(ctx, "data_exports", String(accountId));
  if (!verdict.allowed)
    return { outcome: "too_many", retryAfterSeconds: Math.ceil(verdict.retryAfterMs / 1_000) };
  const nowMs = ctx.clock.nowMs();
  // Two at the same moment are one.
  const begun = await ctx.db
    .insert(dataExport)
    .values({ accountId, userId, askedAt: new Date(nowMs), expiresAt: new Date(nowMs + EXPORT_KEEP_MS) })
    .onConflictDoNothing()
    .returning({ id: dataExport.id });
  return { outcome: begun.length === 0 ? "being_made" : "begun" };
}
