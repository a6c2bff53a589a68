import {
  buyPackageSchema,
  floorEffectSchema,
  moneySettingsSchema,
  packageOptionsSchema,
  planHistorySchema,
  setPlanSchema,
} from "@sightline/contract/packages";
import { buyPackage } from "@sightline/domain/packages/buy-package";
import { customerPackages } from "@sightline/domain/packages/customer-packages";
import { listPlans } from "@sightline/domain/packages/list-plans";
import { planHistory } from "@sightline/domain/packages/plan-history";
import { setPackageOptions } from "@sightline/domain/packages/set-package-options";
import { setPlan } from "@sightline/domain/packages/set-plan";
import { floorEffect, moneySettingsHistory } from "@sightline/domain/prices/money-settings-history";
import { moneySettings, setMoneySettings } from "@sightline/domain/prices/set-money-settings";
import { t } from "./init";
import { customerProcedure, staffProcedure } from "./procedures";

/** A customer's packages, and what staff offer. */
export const packageRouter = t.router({
  mine: customerProcedure("money").query(({ ctx }) => customerPackages(ctx.domain, ctx.actor.accountId)),

  buy: customerProcedure("money")
    .input(buyPackageSchema)
    .mutation(({ ctx, input }) => buyPackage(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  setOptions: customerProcedure("money")
    .input(packageOptionsSchema)
    .mutation(({ ctx, input }) =>
      setPackageOptions(ctx.domain, { ...input, accountId: ctx.actor.accountId }),
    ),

  plans: staffProcedure("packages").query(({ ctx }) => listPlans(ctx.domain)),

  planHistory: staffProcedure("packages")
    .input(planHistorySchema)
    .query(({ ctx, input }) => planHistory(ctx.domain, input)),

  setPlan: staffProcedure("packages")
    .input(setPlanSchema)
    .mutation(({ ctx, input }) => setPlan(ctx.domain, { ...input, changedBy: ctx.actor.accountId })),

  settings: staffProcedure("packages").query(({ ctx }) => moneySettings(ctx.domain)),

  settingsHistory: staffProcedure("packages").query(({ ctx }) => moneySettingsHistory(ctx.domain)),

  floorEffect: staffProcedure("packages")
    .input(floorEffectSchema)
    .query(({ ctx, input }) => floorEffect(ctx.domain, input)),

  setSettings: staffProcedure("packages")
    .input(moneySettingsSchema)
    .mutation(({ ctx, input }) => setMoneySettings(ctx.domain, { ...input, changedBy: ctx.actor.accountId })),
});
