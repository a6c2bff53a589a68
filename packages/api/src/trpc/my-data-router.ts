import { askExport } from "@sightline/domain/my-data/ask-export";
import { listExports } from "@sightline/domain/my-data/list-exports";
import { t } from "./init";
import { sessionProcedure } from "./procedures";

/** What is kept of whoever is logged in: as a file. Who is suspended may have it too. */
export const myDataRouter = t.router({
  exports: sessionProcedure.query(({ ctx }) => listExports(ctx.domain, ctx.actor.accountId)),
  askExport: sessionProcedure.mutation(({ ctx }) => askExport(ctx.domain, ctx.actor)),
});
