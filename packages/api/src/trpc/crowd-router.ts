import { crowdSettingsSchema } from "@sightline/contract/crowd";
import { crowdSettings } from "@sightline/domain/sandbox/crowd-settings";
import { setCrowdSettings } from "@sightline/domain/sandbox/set-crowd-settings";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** How a customer's tasks meet the crowd. */
export const crowdRouter = t.router({
  settings: customerProcedure("settings").query(({ ctx }) => crowdSettings(ctx.domain, ctx.actor.accountId)),
  setSettings: customerProcedure("settings")
    .input(crowdSettingsSchema)
    .mutation(({ ctx, input }) => setCrowdSettings(ctx.domain, ctx.actor.accountId, input)),
});
