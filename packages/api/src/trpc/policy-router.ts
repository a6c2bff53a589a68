import {
  acceptancesSchema,
  acceptPolicySchema,
  publishPolicySchema,
  withdrawPolicySchema,
} from "@sightline/contract/policy";
import { acceptPolicy } from "@sightline/domain/policy/accept-policy";
import { currentPolicy, ownPolicy } from "@sightline/domain/policy/current-policy";
import { listAcceptances, listPolicies } from "@sightline/domain/policy/list-policies";
import { publishPolicy, withdrawPolicy } from "@sightline/domain/policy/publish-policy";
import { t } from "./init";
import { customerProcedure, publicProcedure, staffProcedure } from "./procedures";

/** The acceptable-use policy: everybody reads it, customers accept it, staff keep its versions. */
export const policyRouter = t.router({
  current: publicProcedure.query(({ ctx }) => currentPolicy(ctx.domain)),

  mine: customerProcedure("overview").query(({ ctx }) => ownPolicy(ctx.domain, ctx.actor.userId)),

  accept: customerProcedure("overview")
    .input(acceptPolicySchema)
    .mutation(({ ctx, input }) => acceptPolicy(ctx.domain, { ...input, userId: ctx.actor.userId })),

  versions: staffProcedure("policy").query(({ ctx }) => listPolicies(ctx.domain)),

  acceptances: staffProcedure("policy")
    .input(acceptancesSchema)
    .query(({ ctx, input }) => listAcceptances(ctx.domain, input)),

  publish: staffProcedure("policy_publish")
    .input(publishPolicySchema)
    .mutation(({ ctx, input }) => publishPolicy(ctx.domain, { ...input, publishedBy: ctx.actor.accountId })),

  withdraw: staffProcedure("policy_publish")
    .input(withdrawPolicySchema)
    .mutation(({ ctx, input }) => withdrawPolicy(ctx.domain, { ...input, withdrawnBy: ctx.actor.accountId })),
});
