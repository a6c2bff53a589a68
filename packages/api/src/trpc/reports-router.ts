import { reportsSchema, reportTasksSchema } from "@sightline/contract/reports";
import { listReports } from "@sightline/domain/reports/list-reports";
import { reportTasks } from "@sightline/domain/reports/report-tasks";
import { v3ScoreBands } from "@sightline/domain/reports/v3-score-bands";
import { t } from "./init";
import { customerProcedure } from "./procedures";

export const reportsRouter = t.router({
  list: customerProcedure("tasks")
    .input(reportsSchema)
    .query(({ ctx, input }) => listReports(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  scoreBands: customerProcedure("tasks").query(({ ctx }) => v3ScoreBands(ctx.domain, ctx.actor.accountId)),

  report: customerProcedure("tasks_report")
    .input(reportTasksSchema)
    .mutation(({ ctx, input }) => reportTasks(ctx.domain, { ...input, accountId: ctx.actor.accountId })),
});
