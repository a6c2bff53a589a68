import { chartsSchema } from "@sightline/contract/figures";
import { accountCharts } from "@sightline/domain/figures/account-charts";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** What an account has sent and spent, by the hour. */
export const figuresRouter = t.router({
  charts: customerProcedure
    .input(chartsSchema)
    .query(({ ctx, input }) => accountCharts(ctx.domain, { ...input, accountId: ctx.actor.accountId })),
});
