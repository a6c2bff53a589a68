import { invoiceSchema } from "@sightline/contract/invoices";
import { listInvoices } from "@sightline/domain/invoices/list-invoices";
import { readInvoice } from "@sightline/domain/invoices/read-invoice";
import { t } from "./init";
import { customerProcedure } from "./procedures";

/** What a customer used, month by month. */
export const invoiceRouter = t.router({
  list: customerProcedure("money").query(({ ctx }) => listInvoices(ctx.domain, ctx.actor.accountId)),

  read: customerProcedure("money")
    .input(invoiceSchema)
    .query(({ ctx, input }) => readInvoice(ctx.domain, { ...input, accountId: ctx.actor.accountId })),
});
