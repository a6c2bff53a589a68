import { requestLogSchema, taskTimelineSchema } from "@sightline/contract/request-log";
import { listRequests } from "@sightline/domain/request-log/list-requests";
import { readTaskTimeline } from "@sightline/domain/request-log/read-task-timeline";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** What an account's programs called, and what became of a task from its acceptance to its report. */
export const requestLogRouter = t.router({
  list: customerProcedure("log")
    .input(requestLogSchema)
    .query(({ ctx, input }) => listRequests(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  timeline: customerProcedure("tasks")
    .input(taskTimelineSchema)
    .query(({ ctx, input }) => readTaskTimeline(ctx.domain, { ...input, accountId: ctx.actor.accountId })),
});
