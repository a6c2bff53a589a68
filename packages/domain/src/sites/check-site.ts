import type { SiteCause } from "@sightline/contract/sites";
import { site as siteTable } from "@sightline/db/schema/site";
import { siteCheck } from "@sightline/db/schema/site-check";
import { and, eq, isNotNull, ne } from "drizzle-orm";
import type { DomainContext } from "../context";
import { openCase } from "../moderation/open-case";
import { giveNotice } from "../notices/give-notice";
import { returnSiteTasks } from "./return-site-tasks";
import type { Site } from "./site";
import { siteChanged } from "./site-changed";
import type { ProofFinding } from "./site-prover";

const FAILURES_MAX = 2;
/** Several processes may look at the same moment: that is one failure. */
const ONE_FAILURE_MS = 10_000;
const DAY_MS = 24 * 3_600_000;
const AGAIN_MS = 3_600_000;
/** A time-out is no failure, but a site that nobody can reach for this long is not known to be its owner's any more. */
export const UNREACHABLE_MS_MAX = 7 * DAY_MS;
const DETAIL_MAX_LENGTH = 500;

/**
 * Looks for a site's proof and writes down what was found, with what follows from it, in one commit: verified;
 * verified for the first time it is a case of the
 * moderation queue, whether it waits for staff or not; suspended at the second wrong answer in a row. Queued tasks of a suspended site are returned, unpaid. Never throws
 * for what the site does; null when the site is gone meanwhile.
 */
export async function checkSite(
  ctx: DomainContext,
  site: Site,
  cause: SiteCause,
): Promise<ProofFinding | null> {
  const finding = await ctx.siteProver.prove(site);
  const suspended = await record(ctx, site, cause, finding);
  if (suspended === null) return null;
  siteChanged(ctx, site.accountId);
  if (suspended) await returnSiteTasks(ctx, [site.accountId]);
  return finding;
}

/** Whether it is suspended by this; null when the row is gone. */
function record(
  ctx: DomainContext,
  { id, accountId, host, method, token }: Site,
  cause: SiteCause,
  { outcome, detail }: ProofFinding,
): Promise<boolean | null> {
  const nowMs = ctx.clock.nowMs();
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(siteTable)
      .where(and(eq(siteTable.id, id), eq(siteTable.token, token)))
      .for("update");
    if (!row) return null;
    const after = follow(row, outcome, nowMs);
    const suspends = after.suspendedReason !== undefined;
    const first = outcome === "good" && row.verifiedAt === null;
    const approvedAt =
      first && row.approvedAt === null && row.refusedAt === null && (await hasApproved(tx, accountId, id));
    await tx
      .update(siteTable)
      .set({
        lastCheckedAt: new Date(nowMs),
        nextCheckAt: after.nextCheckMs === null ? null : new Date(nowMs + after.nextCheckMs),
        failures: after.failures,
        ...(outcome === "good" && {
          lastGoodAt: new Date(nowMs),
          suspendedAt: null,
          suspendedReason: null,
          verifiedAt: row.verifiedAt ?? new Date(nowMs),
        }),
        ...(approvedAt && { approvedAt: new Date(nowMs) }),
        ...(suspends && {
          suspendedAt: new Date(nowMs),
          suspendedReason: `${after.suspendedReason} ${detail}`,
        }),
      })
      .where(eq(siteTable.id, id));
    await tx.insert(siteCheck).values({
      siteId: id,
      accountId,
      host,
      method,
      cause,
      outcome,
      detail: detail.slice(0, DETAIL_MAX_LENGTH),
      checkedAt: new Date(nowMs),
    });
    if (first && row.refusedAt === null)
      await openCase(ctx, { kind: "new_site", subject: `site:${id}`, accountId }, tx);
    if (suspends) {
      await giveNotice(ctx, { accountId, notice: "site_suspended", params: { host, detail } }, tx);
    }
    return suspends;
  });
}

type Row = typeof siteTable.$inferSelect;

function follow(
  row: Row,
  outcome: ProofFinding["outcome"],
  nowMs: number,
): { failures: number; nextCheckMs: number | null; suspendedReason?: string } {
  const stands = row.verifiedAt !== null && row.suspendedAt === null;
  if (outcome === "good") return { failures: 0, nextCheckMs: DAY_MS };
  if (!stands) return { failures: row.failures, nextCheckMs: null };
  if (outcome === "unreachable") {
    const sinceGoodMs = nowMs - (row.lastGoodAt ?? row.createdAt).getTime();
    return sinceGoodMs < UNREACHABLE_MS_MAX
      ? { failures: row.failures, nextCheckMs: AGAIN_MS }
      : {
          failures: row.failures,
          nextCheckMs: null,
          suspendedReason: "It could not be reached for seven days.",
        };
  }
  const sameMoment = row.failures > 0 && nowMs - (row.lastCheckedAt?.getTime() ?? 0) < ONE_FAILURE_MS;
  const failures = sameMoment ? row.failures : row.failures + 1;
  return failures < FAILURES_MAX
    ? { failures, nextCheckMs: AGAIN_MS }
    : { failures, nextCheckMs: null, suspendedReason: "Its proof was missing twice in a row." };
}

/** Staff have looked at this account before. */
async function hasApproved(
  tx: Pick<DomainContext["db"], "select">,
  accountId: number,
  exceptId: number,
): Promise<boolean> {
  const [approved] = await tx
    .select({ id: siteTable.id })
    .from(siteTable)
    .where(
      and(eq(siteTable.accountId, accountId), ne(siteTable.id, exceptId), isNotNull(siteTable.approvedAt)),
    )
    .limit(1);
  return approved !== undefined;
}
