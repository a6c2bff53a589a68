import { firstIdAt } from "@sightline/db/task-id";
import type pg from "pg";
import type { DomainContext } from "../context";
import { bookMoves } from "../ledger/book-moves";
import { inTransaction } from "../ledger/in-transaction";
import { PAY_CODES } from "../ledger/postings";
import { REPORT_WINDOW_MS } from "../reports/report-answer";
import { REPORT_STATES } from "../reports/report-states";
import { countPackagePay } from "./count-package-pay";

/** A report that came in the last moment has been written by then, whatever the processes' clocks say. */
const MARGIN_MS = 15_000;
/** Transfers looked at in one run. */
const TRANSFERS_MAX = 20_000;
const CURSOR = "confirm_pay";

/**
 * Makes pay available whose report window has closed: one transfer for each worker and range of ids. Pay for a task
 * with an open report stays pending until a person has decided. Whoever holds the cursor's row does it; another process
 * finds it further on. Returns how many transfers were looked at, and whether more wait.
 */
export function confirmPay(
  ctx: Pick<DomainContext, "hotPool" | "clock" | "ids">,
): Promise<{ confirmed: number; more: boolean }> {
  const closedId = firstIdAt(ctx.clock.nowMs() - REPORT_WINDOW_MS - MARGIN_MS) - 1;
  // The hot pool's plans lock accounts in the order of their ids.
  return inTransaction(ctx.hotPool, async (client) => {
    const range = await takeRange(client, closedId);
    if (range === null) return { confirmed: 0, more: false };
    const confirmed = await confirmSpan(ctx, client, range);
    await countPackagePay(client, range);
    await client.query("update ledger_cursor set up_to_id = $2 where name = $1", [CURSOR, range.upToId]);
    return { confirmed, more: range.more };
  });
}

/** Up to which cause pay is confirmed; held until the transaction ends, so that nobody confirms meanwhile. */
export async function lockConfirmedUpTo(client: Pick<pg.ClientBase, "query">): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    "select up_to_id as id from ledger_cursor where name = $1 for update",
    [CURSOR],
  );
  return rows[0]?.id ?? 0;
}

/**
 * Makes the pay of a span available, but for what waits for a decision or was taken back by one. A reported task that
 * the cursor has passed over is confirmed by itself when its report is decided.
 */
export async function confirmSpan(
  ctx: Pick<DomainContext, "clock" | "ids">,
  client: pg.ClientBase,
  span: IdSpan,
): Promise<number> {
  const pay = await sumPay(client, span);
  if (pay.length > 0) await confirm(ctx, client, span, pay);
  return pay.length;
}

export interface IdSpan {
  afterId: number;
  upToId: number;
}

async function takeRange(
  client: pg.ClientBase,
  closedId: number,
): Promise<(IdSpan & { more: boolean }) | null> {
  const { rows } = await client.query<{ after: number; oldest_open: number | null }>(
    `select c.up_to_id as after, (select id from open_task order by id limit 1) as oldest_open
     from ledger_cursor c where c.name = $1 for update of c`,
    [CURSOR],
  );
  const row = rows[0];
  if (!row) throw new Error(`there is no cursor ${CURSOR}`);
  const lastId = Math.min(closedId, (row.oldest_open ?? Number.MAX_SAFE_INTEGER) - 1);
  if (lastId <= row.after) return null;
  const { rows: next } = await client.query<{ id: number }>(
    `select cause_id as id from transfer where cause_id > $1 and cause_id <= $2
     order by cause_id offset ${TRANSFERS_MAX} limit 1`,
    [row.after, lastId],
  );
  const upToId = next[0] ? next[0].id - 1 : lastId;
  return { afterId: row.after, upToId, more: next[0] !== undefined };
}

interface WorkerPay {
  worker_id: number;
  micros: number;
  answers: number;
}

async function sumPay(client: pg.ClientBase, { afterId, upToId }: IdSpan): Promise<WorkerPay[]> {
  const { rows } = await client.query<WorkerPay>(
    `select t.credit_id as worker_id, sum(t.micros)::bigint as micros, count(*)::int as answers
     from transfer t
     where t.cause_id > $1 and t.cause_id <= $2 and t.code = any($3::smallint[])
       and not exists (select from report r where r.task_id = t.cause_id and r.state = ${REPORT_STATES.open})
       and not exists (
         select from refund f
         where f.task_id = t.cause_id and f.worker_id = t.credit_id and f.taken_back_micros > 0)
     group by t.credit_id order by t.credit_id`,
    [afterId, upToId, PAY_CODES],
  );
  return rows;
}

async function confirm(
  ctx: Pick<DomainContext, "clock" | "ids">,
  client: pg.ClientBase,
  { afterId, upToId }: IdSpan,
  pay: readonly WorkerPay[],
): Promise<void> {
  const rows = pay.map((worker) => ({ ...worker, id: ctx.ids.next() }));
  await client.query(
    `insert into pay_confirmation (id, worker_id, after_id, up_to_id, answers, confirmed_at)
     select id, worker_id, $4, $5, answers, $6 from unnest($1::bigint[], $2::int[], $3::int[]) as p(id, worker_id, answers)`,
    [
      rows.map(({ id }) => id),
      rows.map(({ worker_id }) => worker_id),
      rows.map(({ answers }) => answers),
      afterId,
      upToId,
      new Date(ctx.clock.nowMs()),
    ],
  );
  await bookMoves(
    client,
    rows.map(({ id, worker_id, micros }) => ({
      causeId: id,
      posting: "pay_confirmed",
      debitId: worker_id,
      creditId: worker_id,
      micros,
    })),
  );
}
