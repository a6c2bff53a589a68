import {
  requestLogSchema,
  requestRetentionSchema,
  taskTimelineSchema,
} from "@sightline/contract/request-log";
import { listRequests } from "@sightline/domain/request-log/list-requests";
import { readTaskTimeline } from "@sightline/domain/request-log/read-task-timeline";
import { requestRetentionOf } from "@sightline/domain/request-log/request-retention-of";
import { setRequestRetention } from "@sightline/domain/request-log/set-request-retention";
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

  retention: customerProcedure("settings").query(({ ctx }) =>
    requestRetentionOf(ctx.domain, ctx.actor.accountId),
  ),

  setRetention: customerProcedure("settings")
    .input(requestRetentionSchema)
    .mutation(({ ctx, input }) => setRequestRetention(ctx.domain, ctx.actor.accountId, input.days)),
});
