import type { DomainContext } from "@sightline/domain/context";

const REPORT_EVERY_MS = 1_000;

/** One line a second says enough of a database that is away; requests by the thousand would fill the log. */
export function reportSometimes(
  ctx: Pick<DomainContext, "clock" | "log">,
): (error: unknown, url: string) => void {
  let nextMs = 0;
  return (error, url) => {
    const nowMs = ctx.clock.nowMs();
    if (nowMs < nextMs) return;
    nextMs = nowMs + REPORT_EVERY_MS;
    ctx.log.error({ err: error, url }, "a request of a customer's program met a fault");
  };
}
