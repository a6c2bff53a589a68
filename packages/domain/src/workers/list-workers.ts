import type { StaffWorkersPage } from "@sightline/contract/staff-workers";
import type { DomainContext } from "../context";
import { toWorkerRow, WORKER_COLUMNS, WORKER_JOINS, type WorkerColumns } from "./worker-row";

const WEEK_MS = 7 * 86_400_000;
const MAX_INTEGER = 2_147_483_647;

/** One page of the workers, newest first, with what was measured of each in seven days. */
export async function listWorkers(
  { pool, clock }: Pick<DomainContext, "pool" | "clock">,
  { search, before, limit }: { search?: string | undefined; before?: number | undefined; limit: number },
): Promise<StaffWorkersPage> {
  const { rows } = await pool.query<WorkerColumns>({
    name: "list_workers",
    text: `
      select ${WORKER_COLUMNS}
      from (
        select w.id, w.available_micros, w.pending_micros from account w join auth_user v on v.account_id = w.id
        where w.role = 'worker' and w.id < $3
          and ($4::text is null or v.email ilike $4 or w.id::text = $5)
        order by w.id desc limit $6
      ) a join auth_user u on u.account_id = a.id ${WORKER_JOINS}
      order by a.id desc`,
    values: [
      new Date(clock.nowMs() - WEEK_MS),
      new Date(clock.nowMs()),
      before ?? MAX_INTEGER,
      search ? `%${search.replace(/[\\%_]/g, "\\$&")}%` : null,
      search ?? null,
      limit + 1,
    ],
  });
  const page = rows.slice(0, limit).map(toWorkerRow);
  return { rows: page, nextBefore: rows.length > limit ? (page.at(-1)?.accountId ?? null) : null };
}
