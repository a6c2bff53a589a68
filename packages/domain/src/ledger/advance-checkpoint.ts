import { firstIdAt } from "@sightline/db/task-id";
import type pg from "pg";
import { sumsOf } from "./ledger-sql";
import { POSTINGS } from "./postings";
import { TASK_LIFE_CODES } from "./task-life-codes";

/**
 * Codes whose moves are all made within the report window of their cause's id: before that time ago nothing of them
 * comes any more. They are nearly all transfers; the others are summed anew by every proof.
 */
export const PROMPT_CODES: readonly number[] = [
  ...TASK_LIFE_CODES,
  POSTINGS.content_pay.code,
  POSTINGS.refund_token.code,
  POSTINGS.pay_confirmed.code,
  POSTINGS.gold_pay.code,
];

/** Longer than the report window and every task's life. */
const SETTLED_AFTER_MS = 20 * 60_000;
const TRANSFERS_MAX = 50_000;

/**
 * Sums the next transfers that are old enough into the checkpoint, in the transaction that holds the cursor's row.
 * Returns how far it is now, and whether more could be summed at once.
 */
export async function advanceCheckpoint(
  client: pg.ClientBase,
  { afterId, nowMs }: { afterId: number; nowMs: number },
): Promise<{ upToId: number; more: boolean }> {
  const { rows: open } = await client.query<{ id: number }>("select id from open_task order by id limit 1");
  const lastId = Math.min(firstIdAt(nowMs - SETTLED_AFTER_MS), open[0]?.id ?? Number.MAX_SAFE_INTEGER) - 1;
  if (lastId <= afterId) return { upToId: afterId, more: false };
  const { rows: next } = await client.query<{ id: number }>(
    `select cause_id as id from transfer where cause_id > $1 and cause_id <= $2
     order by cause_id offset ${TRANSFERS_MAX} limit 1`,
    [afterId, lastId],
  );
  const upToId = next[0] ? next[0].id - 1 : lastId;
  await client.query(
    `insert into ledger_checkpoint as c (account_id, available_micros, held_micros, pending_micros, platform_micros)
     ${sumsOf(`select debit_id, credit_id, code, micros from transfer
       where cause_id > $1 and cause_id <= $2 and code = any($3::smallint[])`)}
     on conflict (account_id) do update set available_micros = c.available_micros + excluded.available_micros,
       held_micros = c.held_micros + excluded.held_micros, pending_micros = c.pending_micros + excluded.pending_micros,
       platform_micros = c.platform_micros + excluded.platform_micros`,
    [afterId, upToId, PROMPT_CODES],
  );
  await client.query("update ledger_cursor set up_to_id = $1 where name = 'checkpoint'", [upToId]);
  return { upToId, more: next[0] !== undefined };
}
