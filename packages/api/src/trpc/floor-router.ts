import { switchKindSchema } from "@sightline/contract/floor";
import { listKindSwitches, switchKind } from "@sightline/domain/kind-switches/switch-kind";
import { viewHealth } from "@sightline/domain/uptime/uptime";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** How the service does, and which kinds are drained or paused. */
export const floorRouter = t.router({
  health: staffProcedure("floor").query(({ ctx }) => viewHealth(ctx.domain)),

  kinds: staffProcedure("floor").query(({ ctx }) => listKindSwitches(ctx.domain)),

  switchKind: staffProcedure("floor_switch")
    .input(switchKindSchema)
    .mutation(({ ctx, input }) => switchKind(ctx.domain, { ...input, switchedBy: ctx.actor.accountId })),
});
