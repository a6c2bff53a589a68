import type { StaffActRow } from "@sightline/contract/audit";
import type { DomainContext } from "../context";
import { csvLine } from "../ledger/statement-csv";
import { listStaffActs } from "./list-staff-acts";

const ACTS_A_READ = 500;
/** What a spreadsheet holds at most; a file that is cut says so in its last line. */
const READS_MAX = 2_000;

const HEADER = ["id", "time", "actor", "act", "subject", "before", "after", "reason", "hash"];

/**
 * What staff have done as CSV (RFC 4180), the newest first, with each act's link of the chain: a page at a time, so that
 * neither side holds all of it. The filters are those of the list.
 */
export async function* staffActsCsv(
  ctx: Pick<DomainContext, "pool">,
  wanted: { act?: string | undefined; subject?: string | undefined; actor?: string | undefined },
): AsyncGenerator<string> {
  yield csvLine(HEADER);
  let before: number | undefined;
  for (let read = 0; read < READS_MAX; read++) {
    const { rows, nextBefore } = await listStaffActs(ctx, { ...wanted, before, limit: ACTS_A_READ });
    yield rows.map(toLine).join("");
    if (nextBefore === null) return;
    before = nextBefore;
  }
  yield csvLine(["", "", "", "cut", "There are more acts than one file holds. Narrow the filters."]);
}

function toLine(row: StaffActRow): string {
  return csvLine([
    String(row.id),
    new Date(row.atMs).toISOString(),
    row.actorEmail ?? (row.actorId === null ? "operator" : String(row.actorId)),
    row.act,
    row.subject,
    row.before ?? "",
    row.after ?? "",
    row.reason ?? "",
    row.hash,
  ]);
}
