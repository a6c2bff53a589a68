import { viewLimits } from "@sightline/domain/limits/view-limits";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** How full an account's limits are, and the bans it had. */
export const limitsRouter = t.router({
  mine: customerProcedure("programs").query(({ ctx }) => viewLimits(ctx.domain, ctx.actor.accountId)),
});
