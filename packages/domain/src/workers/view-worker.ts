import type { StaffWorkerDetail } from "@sightline/contract/staff-workers";
import type { DomainContext } from "../context";
import { TRACE_SORTS } from "../links/trace-sorts";
import { Refusal } from "../refusal";
import { oneCustomerSignals, signalsOf } from "./abuse-signals";
import { kindScores } from "./kind-scores";
import { scoreChanges } from "./score-changes";
import { toWorkerRow, WORKER_COLUMNS, WORKER_JOINS, type WorkerColumns, weekOf } from "./worker-row";

const WEEK_MS = 7 * 86_400_000;
const LINKED_SHOWN = 50;

/** A worker as staff see them: scores, what changed them, links, and what may be abuse, with its figures. */
export async function viewWorker(
  ctx: Pick<DomainContext, "pool" | "clock">,
  workerId: number,
): Promise<StaffWorkerDetail> {
  const { rows } = await ctx.pool.query<WorkerColumns>({
    name: "view_worker",
    text: `select ${WORKER_COLUMNS} from account a join auth_user u on u.account_id = a.id ${WORKER_JOINS}
           where a.id = $3 and a.role = 'worker'`,
    values: [new Date(ctx.clock.nowMs() - WEEK_MS), new Date(ctx.clock.nowMs()), workerId],
  });
  const [row] = rows;
  if (row === undefined) throw new Refusal("not_found", "There is no such worker.");
  const [kinds, changes, linked, oneCustomer] = await Promise.all([
    kindScores(ctx, workerId),
    scoreChanges(ctx, workerId),
    listLinked(ctx, workerId),
    oneCustomerSignals(ctx, workerId),
  ]);
  const evidence = [...signalsOf(weekOf(row)), ...oneCustomer];
  return {
    ...toWorkerRow(row),
    signals: evidence.map(({ signal }) => signal),
    availableMicros: row.available_micros,
    kinds,
    changes,
    evidence,
    linked,
  };
}

const SORT_NAMES = Object.entries(TRACE_SORTS) as [keyof typeof TRACE_SORTS, number][];

async function listLinked(
  { pool, clock }: Pick<DomainContext, "pool" | "clock">,
  workerId: number,
): Promise<StaffWorkerDetail["linked"]> {
  const { rows } = await pool.query<{ id: number; email: string | null; role: string; sorts: number[] }>({
    name: "linked_accounts",
    text: `select l.other_id as id, u.email, a.role, l.sorts from account_link l
             join account a on a.id = l.other_id left join auth_user u on u.account_id = l.other_id
           where l.worker_id = $1 and l.until > $2 order by l.other_id limit ${LINKED_SHOWN}`,
    values: [workerId, new Date(clock.nowMs())],
  });
  return rows.map(({ id, email, role, sorts }) => ({
    accountId: id,
    email: email ?? "",
    role,
    by: SORT_NAMES.filter(([, number]) => sorts.includes(number)).map(([name]) => name),
  }));
}
