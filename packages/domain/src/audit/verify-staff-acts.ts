import type { StaffActFault, StaffActsVerified } from "@sightline/contract/audit";
import type { DomainContext } from "../context";

const PAGE = 5_000;
const FAULTS_MAX = 20;

/**
 * Computes the chain of staff acts anew and compares: a changed row no longer fits its hash, a removed one leaves a
 * gap in the numbers, and one removed from the end is missed by the head. Reads every act, a page at a time.
 */
export async function verifyStaffActs(ctx: Pick<DomainContext, "pool">): Promise<StaffActsVerified> {
  const { rows: heads } = await ctx.pool.query<{ last_id: number; last_hash: string }>(
    "select last_id, encode(last_hash, 'hex') as last_hash from staff_act_head",
  );
  const head = { id: heads[0]?.last_id ?? 0, hash: heads[0]?.last_hash ?? "" };
  const faults: StaffActFault[] = [];
  let [checked, lastId, lastHash] = [0, 0, ""];
  while (lastId < head.id && faults.length < FAULTS_MAX) {
    const rows = await readPage(ctx, lastId, head.id);
    for (const row of rows) {
      for (let id = lastId + 1; id < row.id && faults.length < FAULTS_MAX; id++)
        faults.push({ id, fault: "removed" });
      const follows = row.id === lastId + 1 ? row.previous === lastHash : true;
      if (!row.fits || !follows) faults.push({ id: row.id, fault: "changed" });
      [lastId, lastHash] = [row.id, row.hash];
      checked++;
    }
    if (rows.length === 0) break;
  }
  for (let id = lastId + 1; id <= head.id && faults.length < FAULTS_MAX; id++)
    faults.push({ id, fault: "removed" });
  if (faults.length === 0 && lastHash !== head.hash) faults.push({ id: lastId, fault: "changed" });
  return { checked, headId: head.id, headHash: head.hash, faults: faults.slice(0, FAULTS_MAX) };
}

interface Row {
  id: number;
  previous: string;
  hash: string;
  fits: boolean;
}

async function readPage(ctx: Pick<DomainContext, "pool">, after: number, upTo: number): Promise<Row[]> {
  const { rows } = await ctx.pool.query<Row>({
    name: "verify_staff_acts",
    text: `
      select id, encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash,
        hash = sha256(previous_hash || staff_act_content(a)) as fits
      from staff_act a where id > $1 and id <= $2 order by id limit ${PAGE}`,
    values: [after, upTo],
  });
  return rows;
}
