import { buyPackageSchema, packageOptionsSchema } from "@sightline/contract/packages";
import { buyPackage } from "@sightline/domain/packages/buy-package";
import { customerPackages } from "@sightline/domain/packages/customer-packages";
import { setPackageOptions } from "@sightline/domain/packages/set-package-options";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** A customer's packages. */
export const packageRouter = t.router({
  mine: customerProcedure.query(({ ctx }) => customerPackages(ctx.domain, ctx.actor.accountId)),

  buy: customerProcedure
    .input(buyPackageSchema)
    .mutation(({ ctx, input }) => buyPackage(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  setOptions: customerProcedure
    .input(packageOptionsSchema)
    .mutation(({ ctx, input }) =>
      setPackageOptions(ctx.domain, { ...input, accountId: ctx.actor.accountId }),
    ),
});
