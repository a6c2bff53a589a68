import { paymentSetting } from "@sightline/db/schema/payment-setting";
import type { DomainContext } from "../context";

export type PaymentSettings = Omit<typeof paymentSetting.$inferSelect, "one" | "changedAt" | "changedBy">;

/** What the operator has set about deposits and payouts. */
export async function paymentSettings(ctx: Pick<DomainContext, "db">): Promise<PaymentSettings> {
  const [row] = await ctx.db.select().from(paymentSetting);
  if (row === undefined) throw new Error("the migration makes the one row of payment_setting");
  const { one: _one, changedAt: _at, changedBy: _by, ...settings } = row;
  return settings;
}
