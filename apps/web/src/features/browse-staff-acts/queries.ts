import type { StaffActRow } from "@sightline/contract/audit";
import { keepPreviousData } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc";
import { trpcClient } from "../../lib/trpc-client";

const ROWS = 50;
const EXPORT_PAGE = 500;
const EXPORT_MAX = 20_000;

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

/** All acts that fit, page by page, newest first; at most 20,000. */
export async function readForExport({ before: _page, ...wanted }: StaffActsWanted): Promise<StaffActRow[]> {
  const rows: StaffActRow[] = [];
  let before: number | null = null;
  do {
    const page: { rows: StaffActRow[]; nextBefore: number | null } = await trpcClient.staffAudit.acts.query({
      ...wanted,
      ...(before !== null && { before }),
      limit: EXPORT_PAGE,
    });
    rows.push(...page.rows);
    before = page.nextBefore;
  } while (before !== null && rows.length < EXPORT_MAX);
  return rows;
}
