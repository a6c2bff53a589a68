import {
  closeOptOutSchema,
  decideSiteSchema,
  switchHostOffSchema,
  switchHostOnSchema,
} from "@sightline/contract/sites";
import { closeOptOut } from "@sightline/domain/opt-outs/close-opt-out";
import { listOptOuts } from "@sightline/domain/opt-outs/list-opt-outs";
import { decideSite } from "@sightline/domain/sites/decide-site";
import { listHostSwitches } from "@sightline/domain/sites/list-host-switches";
import { listStaffSites } from "@sightline/domain/sites/list-staff-sites";
import { switchHost } from "@sightline/domain/sites/switch-host";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** Which sites staff approve, which hosts are switched off, and who asked for that. */
export const staffSitesRouter = t.router({
  list: staffProcedure("sites").query(({ ctx }) => listStaffSites(ctx.domain)),

  decide: staffProcedure("sites")
    .input(decideSiteSchema)
    .mutation(({ ctx, input: { id, ...verdict } }) =>
      decideSite(ctx.domain, { siteId: id, decidedBy: ctx.actor.accountId, ...verdict }),
    ),

  switches: staffProcedure("sites").query(({ ctx }) => listHostSwitches(ctx.domain)),

  switchOff: staffProcedure("sites")
    .input(switchHostOffSchema)
    .mutation(({ ctx, input }) => switchHost(ctx.domain, { ...input, by: ctx.actor.accountId })),

  switchOn: staffProcedure("sites")
    .input(switchHostOnSchema)
    .mutation(({ ctx, input }) =>
      switchHost(ctx.domain, { ...input, reason: null, by: ctx.actor.accountId }),
    ),

  optOuts: staffProcedure("sites").query(({ ctx }) => listOptOuts(ctx.domain)),

  closeOptOut: staffProcedure("sites")
    .input(closeOptOutSchema)
    .mutation(({ ctx, input }) => closeOptOut(ctx.domain, { ...input, closedBy: ctx.actor.accountId })),
});
