import type { DataExportRow } from "@sightline/contract/my-data";
import type { DomainContext } from "../context";
import { EXPORT_FILES } from "./export-files";

const STATES = ["being_made", "ready", "failed"] as const;
const ROWS_MAX = 10;

/** The files of an account that can be fetched or are being made, the newest first. */
export async function listExports(
  ctx: Pick<DomainContext, "pool" | "clock">,
  accountId: number,
): Promise<DataExportRow[]> {
  const { rows } = await ctx.pool.query<Row>({
    name: "list_data_exports",
    text: `select e.id, e.state, e.section, e.rows_done, e.asked_at, e.expires_at,
             case when e.state = 1 then (select coalesce(sum(octet_length(packed)), 0)::int
               from data_export_part p where p.export_id = e.id) else 0 end as bytes
           from data_export e where e.account_id = $1 and e.expires_at > $2
           order by e.id desc limit ${ROWS_MAX}`,
    values: [accountId, new Date(ctx.clock.nowMs())],
  });
  return rows.map((row) => ({
    id: row.id,
    state: STATES[row.state] ?? "failed",
    filesDone: row.section,
    filesAll: EXPORT_FILES.length,
    rowsDone: row.rows_done,
    bytes: row.bytes,
    askedAtMs: row.asked_at.getTime(),
    expiresAtMs: row.expires_at.getTime(),
  }));
}

interface Row {
  id: number;
  state: number;
  section: number;
  rows_done: number;
  asked_at: Date;
  expires_at: Date;
  bytes: number;
}
