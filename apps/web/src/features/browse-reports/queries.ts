import type { ReportDecision } from "@sightline/contract/reports";
import { live } from "../../lib/live";
import { trpc } from "../../lib/trpc";

export interface ReportsWanted {
  decision?: ReportDecision;
  before?: number;
}
export const reportsQuery = (wanted: ReportsWanted) => trpc.reports.list.queryOptions(wanted, live);
export const scoreBandsQuery = trpc.reports.scoreBands.queryOptions();
