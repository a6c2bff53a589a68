import { linkAccounts } from "../links/link-accounts";
import { LINK_DAYS, TRACE_SORTS } from "../links/trace-sorts";
import { BATCH_MAX, type Service } from "./service";

/** Traces that nobody has compared yet: usually none, since each is compared when it is written. */
export const linkAccountsService: Service = {
  name: "link-accounts",
  everyMs: 30_000,
  runOnce: linkAccounts,
};

/** What accounts were seen with is forgotten after its time, and so are the links that came of it. */
export const forgetTraces: Service = {
  name: "forget-traces",
  everyMs: 60_000,
  async runOnce(ctx) {
    const nowAt = new Date(ctx.clock.nowMs());
    const traces = await ctx.pool.query({
      name: "forget_traces",
      text: `
        delete from account_trace where (account_id, sort, hash) in (
          select account_id, sort, hash from account_trace
          where seen_at < $1::timestamptz - interval '${LINK_DAYS} days' and sort <> ${TRACE_SORTS.payout} limit ${BATCH_MAX})`,
      values: [nowAt],
    });
    const links = await ctx.pool.query({
      name: "forget_links",
      text: `
        delete from account_link where (worker_id, other_id) in (
          select worker_id, other_id from account_link where until < $1::timestamptz limit ${BATCH_MAX})`,
      values: [nowAt],
    });
    return Math.max(traces.rowCount ?? 0, links.rowCount ?? 0);
  },
};
