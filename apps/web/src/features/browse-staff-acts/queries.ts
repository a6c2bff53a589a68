import { keepPreviousData } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc";

const ROWS = 50;

export interface StaffActsWanted {
  actor?: string;
  act?: string;
  subject?: string;
  before?: number;
}

export const staffActsQuery = (wanted: StaffActsWanted) =>
  trpc.staffAudit.acts.queryOptions({ ...wanted, limit: ROWS }, { placeholderData: keepPreviousData });

/** Reads the whole chain, so only when somebody asks. */
export const verifyQuery = trpc.staffAudit.verify.queryOptions(undefined, { enabled: false, retry: false });

/** Where all acts that the filters leave are, as a file. */
export function exportAddress({ before: _page, ...wanted }: StaffActsWanted): string {
  return `/staff-acts.csv?${new URLSearchParams(wanted).toString()}`;
}
