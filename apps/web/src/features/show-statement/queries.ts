import { keepPreviousData } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc";

export interface Period {
  fromMs: number;
  toMs: number;
}

export const statementQuery = (period: Period, before: number | undefined) =>
  trpc.ledger.statement.queryOptions(
    { ...period, ...(before === undefined ? {} : { before }) },
    { placeholderData: keepPreviousData },
  );

export const totalsQuery = (period: Period) => trpc.ledger.totals.queryOptions(period);
