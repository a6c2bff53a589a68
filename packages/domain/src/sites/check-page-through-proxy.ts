import type { DomainContext } from "../context";
import { loadsThroughProxy } from "../outbound/load-through-proxy";
import type { PageProxy } from "../outbound/page-proxy";
import { releaseTask } from "./gated-tasks";
import { rememberBadTarget } from "./remember-bad-target";

/** Longer than a check takes. A task whose check died with its process goes out after this, unchecked. */
export const PAGE_CHECK_HOLDS_MS = 15_000;

/**
 * Loads the page of a gated task through its customer's proxy, while no process hands the task out. When it cannot be
 * loaded the proxy is bad for ten minutes, for every process and after a restart, and the task ends uncharged. The
 * proxy itself, which may hold a password, is kept nowhere. Never rejects.
 */
export async function checkPageThroughProxy(
  ctx: DomainContext,
  {
    taskId,
    accountId,
    pageUrl,
    proxy,
  }: { taskId: number; accountId: number; pageUrl: string; proxy: PageProxy },
): Promise<void> {
  try {
    if (!(await loadsThroughProxy(ctx.outbound, { proxy, pageUrl }))) {
      await rememberBadTarget(ctx, accountId, { what: "proxy", proxy });
      await ctx.lanes.settle.push([{ taskId, workerId: 0, leaseNo: 0, event: "proxy_failed" }]);
    }
    await releaseTask(ctx, taskId);
  } catch (error) {
    ctx.log.warn({ err: error }, "the page check through a proxy was not finished");
  } finally {
    ctx.gate.endPageCheck();
  }
}
