import { askDeletionSchema } from "@sightline/contract/my-data";
import { askDeletion, cancelDeletion } from "@sightline/domain/my-data/ask-deletion";
import { askExport } from "@sightline/domain/my-data/ask-export";
import { listExports } from "@sightline/domain/my-data/list-exports";
import { viewDeletion } from "@sightline/domain/my-data/view-deletion";
import { t } from "./init";
import { accountProcedure } from "./procedures";

/** What is kept of whoever is logged in: as a file, and its end. Who is suspended may have both. */
export const myDataRouter = t.router({
  exports: accountProcedure("account").query(({ ctx }) => listExports(ctx.domain, ctx.actor.accountId)),
  askExport: accountProcedure("account").mutation(({ ctx }) => askExport(ctx.domain, ctx.actor)),

  deletion: accountProcedure("account").query(({ ctx }) => viewDeletion(ctx.domain, ctx.actor.accountId)),
  askDeletion: accountProcedure("account")
    .input(askDeletionSchema)
    .mutation(({ ctx, input }) => askDeletion(ctx.domain, ctx.actor, input)),
  cancelDeletion: accountProcedure("account").mutation(({ ctx }) => cancelDeletion(ctx.domain, ctx.actor)),
});
