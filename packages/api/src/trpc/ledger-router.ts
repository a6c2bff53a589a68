import { statementSchema } from "@sightline/contract/ledger";
import { accountStatement } from "@sightline/domain/ledger/account-statement";
import { reconcileLedger } from "@sightline/domain/ledger/reconcile-ledger";
import { statementTotals } from "@sightline/domain/ledger/statement-totals";
import { viewProof } from "@sightline/domain/ledger/view-proof";
import { t } from "./init";
import { accountProcedure, staffProcedure } from "./procedures";

/** Everybody's own statement, and the proof of all of them. */
export const ledgerRouter = t.router({
  statement: accountProcedure("money")
    .input(statementSchema)
    .query(({ ctx, input }) => accountStatement(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  totals: accountProcedure("money")
    .input(statementSchema)
    .query(({ ctx, input }) => statementTotals(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  proof: staffProcedure("reconciliation").query(({ ctx }) => viewProof(ctx.domain)),

  prove: staffProcedure("reconciliation").mutation(async ({ ctx }) => {
    await reconcileLedger(ctx.domain);
  }),
});
