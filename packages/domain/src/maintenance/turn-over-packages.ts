import { inTransaction } from "../ledger/in-transaction";
import { PACKAGE_STATES } from "../packages/package-states";
import { turnOverPackage } from "../packages/turn-over-package";
import { BATCH_MAX, type Service } from "./service";

/** Packages whose time is over end; what waits or is to be renewed begins. One transaction for each customer. */
export const turnOverPackages: Service = {
  name: "turn-over-packages",
  everyMs: 1_000,
  async runOnce(ctx) {
    const { rows } = await ctx.pool.query<{ account_id: number }>({
      name: "packages_over",
      text: `select account_id from package_purchase where state = ${PACKAGE_STATES.running} and ends_at <= $1
             order by ends_at limit ${BATCH_MAX}`,
      values: [new Date(ctx.clock.nowMs())],
    });
    for (const { account_id } of rows) {
      await inTransaction(ctx.pool, (client) => turnOverPackage(ctx, client, account_id));
      ctx.terms.forget(account_id);
      ctx.hints.changed(`terms:${account_id}`);
    }
    return rows.length;
  },
};
