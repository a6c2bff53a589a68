import { giveTestKey } from "@sightline/domain/test-mode/give-test-key";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** Keys whose tasks never reach a worker. */
export const testModeRouter = t.router({
  giveKey: customerProcedure("keys").mutation(({ ctx }) => giveTestKey(ctx.domain, ctx.actor.accountId)),
});
