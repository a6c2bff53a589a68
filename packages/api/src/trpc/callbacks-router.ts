import {
  callbackDeliveriesSchema,
  callbackEndpointSchema,
  resendCallbackSchema,
  testCallbackSchema,
} from "@sightline/contract/callbacks";
import { listDeliveries } from "@sightline/domain/callbacks/list-deliveries";
import { listEndpoints } from "@sightline/domain/callbacks/list-endpoints";
import { removeEndpoint } from "@sightline/domain/callbacks/remove-endpoint";
import { resendCallback } from "@sightline/domain/callbacks/resend-callback";
import { rotateCallbackSecret, showCallbackSecret } from "@sightline/domain/callbacks/show-callback-secret";
import { switchOnCallbackHost } from "@sightline/domain/callbacks/switch-on-host";
import { testCallback } from "@sightline/domain/callbacks/test-callback";
import { t } from "./init";
import { customerProcedure } from "./procedures";

export const callbacksRouter = t.router({
  endpoints: customerProcedure("programs").query(({ ctx }) => listEndpoints(ctx.domain, ctx.actor.accountId)),

  switchOn: customerProcedure("programs_change")
    .input(callbackEndpointSchema)
    .mutation(({ ctx, input }) =>
      switchOnCallbackHost(ctx.domain, { ...input, accountId: ctx.actor.accountId }),
    ),

  remove: customerProcedure("programs_change")
    .input(callbackEndpointSchema)
    .mutation(({ ctx, input }) => removeEndpoint(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  deliveries: customerProcedure("programs")
    .input(callbackDeliveriesSchema)
    .query(({ ctx, input }) => listDeliveries(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  resend: customerProcedure("programs_change")
    .input(resendCallbackSchema)
    .mutation(({ ctx, input }) => resendCallback(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  test: customerProcedure("programs_change")
    .input(testCallbackSchema)
    .mutation(({ ctx, input }) => testCallback(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  /** A mutation, so that the secret stands in no cache and is asked for only by a person's press. */
  showSecret: customerProcedure("programs_change").mutation(({ ctx }) =>
    showCallbackSecret(ctx.domain, ctx.actor.accountId),
  ),

  rotateSecret: customerProcedure("programs_change").mutation(({ ctx }) =>
    rotateCallbackSecret(ctx.domain, ctx.actor.accountId),
  ),
});
