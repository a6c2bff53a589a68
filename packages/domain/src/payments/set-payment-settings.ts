import type { PaymentSettings } from "@sightline/contract/deposits";
import { paymentSetting } from "@sightline/db/schema/payment-setting";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { paymentSettings } from "./payment-settings";
import { readAddress } from "./read-address";

/** An admin sets what the operator decides about deposits and payouts. */
export async function setPaymentSettings(
  ctx: Pick<DomainContext, "db" | "clock">,
  { changedBy, payoutsPlannedAtMs, payoutWallet, ...settings }: PaymentSettings & { changedBy: number },
): Promise<void> {
  const wallet = payoutWallet === null || payoutWallet === "" ? null : readAddress(payoutWallet);
  if (wallet !== null && !wallet.ok) throw new Refusal("conflict", wallet.fault);
  await ctx.db.transaction(async (tx) => {
    const before = await paymentSettings({ db: tx });
    const after = {
      ...settings,
      payoutWallet: wallet?.address ?? null,
      payoutsPlannedAt: payoutsPlannedAtMs === null ? null : new Date(payoutsPlannedAtMs),
    };
    await tx.update(paymentSetting).set({ ...after, changedAt: new Date(ctx.clock.nowMs()), changedBy });
    await recordStaffAct(tx, { actorId: changedBy, act: "set_payments", subject: "payments", before, after });
  });
}
