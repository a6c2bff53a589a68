import type { MoneySettings } from "@sightline/contract/packages";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";

/** Sets the operator's cap and floor; they hold at once here and within a second elsewhere. */
export async function setMoneySettings(
  ctx: Pick<DomainContext, "pool" | "clock" | "prices" | "hints">,
  { changedBy, ...settings }: MoneySettings & { changedBy: number },
): Promise<void> {
  const before = moneySettings(ctx);
  await inTransaction(ctx.pool, async (client) => {
    await client.query(
      `update money_setting set answers_per_thread_hour = $1, floor_micros_per_hour = $2, changed_at = $3, changed_by = $4`,
      [settings.answersPerThreadHour, settings.floorMicrosPerHour, new Date(ctx.clock.nowMs()), changedBy],
    );
    await recordStaffAct(client, {
      actorId: changedBy,
      act: "set_money_settings",
      subject: "money",
      before,
      after: settings,
    });
  });
  await ctx.prices.load();
  ctx.hints.changed("prices");
}

export function moneySettings({ prices }: Pick<DomainContext, "prices">): MoneySettings {
  return {
    answersPerThreadHour: prices.answersPerThreadHour,
    floorMicrosPerHour: prices.floorMicrosPerHour,
  };
}
