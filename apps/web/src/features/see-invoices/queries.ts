import { trpc } from "../../lib/trpc";

export const invoicesQuery = trpc.invoices.list.queryOptions();
export const invoiceQuery = (month: string) => trpc.invoices.read.queryOptions({ month });
