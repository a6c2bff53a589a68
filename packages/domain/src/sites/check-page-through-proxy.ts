import type { DomainContext } from "../context";
import { loadsThroughProxy } from "../outbound/load-through-proxy";
import type { PageProxy } from "../outbound/page-proxy";
import { rememberBadTarget } from "./remember-bad-target";

/**
 * Loads the page of a task that the gate holds back from this process's workers through its customer's proxy.
 * When it cannot be loaded the proxy is bad for ten minutes and the task ends, uncharged, unless another process has
 * handed it out meanwhile. The proxy is kept nowhere: a check that dies with its process is not made again.
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
    if (await loadsThroughProxy(ctx.outbound, { proxy, pageUrl })) return;
    await rememberBadTarget(ctx, accountId, { what: "proxy", proxy });
    await ctx.lanes.settle.push([{ taskId, workerId: 0, leaseNo: 0, event: "proxy_failed" }]);
  } catch (error) {
    ctx.log.warn({ err: error }, "the page check through a proxy was not finished");
  } finally {
    ctx.gate.release(taskId);
  }
}
