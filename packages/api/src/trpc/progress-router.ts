import { workProgress } from "@sightline/domain/workers/work-progress";
import { t } from "./init";
import { workerProcedure } from "./procedures";

/** What a worker sees of themselves beside their work. */
export const progressRouter = t.router({
  mine: workerProcedure.query(({ ctx }) => workProgress(ctx.domain, ctx.actor.accountId)),
});
