import { addSiteSchema, siteSchema } from "@sightline/contract/sites";
import { addSite } from "@sightline/domain/sites/add-site";
import { checkOwnSite } from "@sightline/domain/sites/check-own-site";
import { listSiteChecks } from "@sightline/domain/sites/list-site-checks";
import { listSites } from "@sightline/domain/sites/list-sites";
import { removeSite } from "@sightline/domain/sites/remove-site";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** The sites whose challenges a customer may send. */
export const sitesRouter = t.router({
  list: customerProcedure("programs").query(({ ctx }) => listSites(ctx.domain, ctx.actor.accountId)),

  checks: customerProcedure("programs")
    .input(siteSchema)
    .query(({ ctx, input }) =>
      listSiteChecks(ctx.domain, { siteId: input.id, accountId: ctx.actor.accountId }),
    ),

  add: customerProcedure("programs_change")
    .input(addSiteSchema)
    .mutation(({ ctx, input }) => addSite(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  check: customerProcedure("programs_change")
    .input(siteSchema)
    .mutation(({ ctx, input }) =>
      checkOwnSite(ctx.domain, { siteId: input.id, accountId: ctx.actor.accountId }),
    ),

  remove: customerProcedure("programs_change")
    .input(siteSchema)
    .mutation(({ ctx, input }) =>
      removeSite(ctx.domain, { siteId: input.id, accountId: ctx.actor.accountId }),
    ),
});
