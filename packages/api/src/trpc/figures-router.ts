import { chartsSchema, usageSchema } from "@sightline/contract/figures";
import { accountCharts } from "@sightline/domain/figures/account-charts";
import { accountUsage } from "@sightline/domain/figures/account-usage";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** What an account has sent and spent, by the hour. */
export const figuresRouter = t.router({
  charts: customerProcedure("overview")
    .input(chartsSchema)
    .query(({ ctx, input }) => accountCharts(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  usage: customerProcedure("usage")
    .input(usageSchema)
    .query(({ ctx, input }) => accountUsage(ctx.domain, { ...input, accountId: ctx.actor.accountId })),
});
