import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { giveNotice } from "../notices/give-notice";
import { PACKAGE_STATES } from "../packages/package-states";
import { turnOverPackage } from "../packages/turn-over-package";
import { BATCH_MAX, type Service } from "./service";

/**
 * Packages whose time is over end; what waits or is to be renewed begins. One transaction for each customer, who is
 * told when nothing came after.
 */
export const turnOverPackages: Service = {
  name: "turn-over-packages",
  everyMs: 1_000,
  async runOnce(ctx) {
    const { rows } = await ctx.pool.query<{ id: number; account_id: number; name: string }>({
      name: "packages_over",
      text: `select id, account_id, name from package_purchase
             where state = ${PACKAGE_STATES.running} and ends_at <= $1 order by ends_at limit ${BATCH_MAX}`,
      values: [new Date(ctx.clock.nowMs())],
    });
    for (const { id, account_id: accountId, name } of rows) {
      const now = await inTransaction(ctx.pool, (client) => turnOverPackage(ctx, client, accountId));
      ctx.terms.forget(accountId);
      ctx.hints.changed(`terms:${accountId}`);
      if (now?.running === null && now.endedId === id) await tell(ctx, accountId, name);
    }
    return rows.length;
  },
};

/** A notice that cannot be given is no reason to stop: the package's page says it too. */
async function tell(ctx: DomainContext, accountId: number, name: string): Promise<void> {
  await giveNotice(ctx, { accountId, notice: "package_ended", params: { name } }).catch((error) =>
    ctx.log.warn({ err: error, accountId }, "a customer was not told of a package's end"),
  );
}
