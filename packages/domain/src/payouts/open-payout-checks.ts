import { openDatabase, type Pool } from "@sightline/db/database";
import type pg from "pg";
import type { DomainContext } from "../context";
import type { Service } from "../maintenance/service";
import { openCases } from "../moderation/open-case";
import { paymentSettings } from "../payments/payment-settings";
import { dueWorkers } from "./due-workers";
import { payoutFacts, signsOf } from "./payout-facts";

/**
 * Asks staff to look at those of these workers' payouts that deserve it; who is asked about already is not asked about
 * twice. A look does not keep the payout waiting: refusing it does (decide-payout-check.ts).
 */
export async function openPayoutChecks(
  ctx: Pick<DomainContext, "db" | "clock">,
  db: Pool | pg.PoolClient,
  accountIds: readonly number[],
): Promise<void> {
  if (accountIds.length === 0) return;
  const facts = await payoutFacts(db, { accountIds, nowMs: ctx.clock.nowMs() });
  const asked = facts.filter((each) => signsOf(each).length > 0);
  await openCases(
    ctx,
    asked.map(({ accountId }) => ({
      kind: "payout_check",
      subject: `worker:${accountId}`,
      accountId,
    })),
    openDatabase(db),
  );
}

/** Looks through the workers who can be paid, so that staff are asked before the day on which they are. */
export function openPayoutChecksAhead(): Service {
  let afterId = 0;
  return {
    name: "open-payout-checks",
    everyMs: 60_000,
    async runOnce(ctx) {
      if (ctx.chain === null) return 0;
      const { payoutThresholdMicros } = await paymentSettings(ctx);
      const due = await dueWorkers(ctx.pool, {
        chainId: ctx.chain.options.chainId,
        thresholdMicros: payoutThresholdMicros,
        nowMs: ctx.clock.nowMs(),
        afterId,
        locks: false,
      });
      afterId = due.at(-1)?.accountId ?? 0;
      await openPayoutChecks(
        ctx,
        ctx.pool,
        due.map(({ accountId }) => accountId),
      );
      return due.length;
    },
  };
}
