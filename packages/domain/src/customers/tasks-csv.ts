import type { CustomerTaskRow } from "@sightline/contract/customer";
import { formatWireUsd } from "@sightline/contract/money";
import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { csvLine } from "../ledger/statement-csv";
import { listCustomerTasks } from "./list-customer-tasks";

const TASKS_A_READ = 500;
/** A file with more tasks is cut: a spreadsheet holds no more lines, and a period can be made shorter. */
const READS_MAX = 2_000;

export const tasksCsvHeader = csvLine([
  "task",
  "kind",
  "state",
  "answer",
  "reason",
  "charged_usd",
  "accepted",
  "finished",
  "report",
]);

/**
 * An account's tasks of a period as CSV (RFC 4180), the newest first, a page at a time: neither side holds all of it,
 * and no page holds a snapshot while the next one is asked for.
 */
export async function* tasksCsv(
  ctx: Pick<DomainContext, "pool">,
  { accountId, fromMs, toMs }: { accountId: number; fromMs: number; toMs: number },
): AsyncGenerator<string> {
  const first = firstIdAt(fromMs);
  let before = Math.max(0, firstIdAt(toMs));
  yield tasksCsvHeader;
  for (let read = 0; read < READS_MAX; read++) {
    const { rows, nextBefore } = await listCustomerTasks(ctx, { accountId, before, limit: TASKS_A_READ });
    const wanted = rows.filter(({ taskId }) => taskId >= first);
    yield wanted.map(taskCsvLine).join("");
    if (nextBefore === null || wanted.length < rows.length) return;
    before = nextBefore;
  }
  yield csvLine(["", "cut", "", "The period holds more tasks than one file. Ask for a shorter one."]);
}

export function taskCsvLine(task: CustomerTaskRow): string {
  return csvLine([
    String(task.taskId),
    task.kind,
    task.state,
    task.answer ?? "",
    task.reasonText ?? "",
    task.chargedMicros === null ? "" : formatWireUsd(task.chargedMicros),
    new Date(task.acceptedAtMs).toISOString(),
    task.finishedAtMs === null ? "" : new Date(task.finishedAtMs).toISOString(),
    task.reported ?? "",
  ]);
}
