import type { CallbackDeliveriesPage, DeliveryState } from "@sightline/contract/callbacks";
import type { DomainContext } from "../context";
import { CALLBACK_FAILURES } from "./callback-failures";
import { CALLBACK_STATES } from "./callback-states";

const ROWS_MAX = 50;
/** Rows looked through for a page of one state. */
const LOOKED_AT_MAX = 5_000;

/** An account's calls, those of the newest tasks first. */
export async function listDeliveries(
  ctx: Pick<DomainContext, "pool">,
  {
    accountId,
    state,
    before,
  }: { accountId: number; state?: DeliveryState | undefined; before?: number | undefined },
): Promise<CallbackDeliveriesPage> {
  const { rows } = await ctx.pool.query<Row>({
    ...LIST_STATEMENT,
    values: [
      accountId,
      before ?? Number.MAX_SAFE_INTEGER,
      state === undefined ? null : CALLBACK_STATES[state],
      ROWS_MAX + 1,
    ],
  });
  const page = rows.slice(0, ROWS_MAX);
  return {
    rows: page.map((row) => ({
      taskId: row.task_id,
      url: row.url,
      state: stateOf(row.state),
      attempts: row.attempts,
      nextAttemptAtMs: row.next_attempt_at?.getTime() ?? null,
      lastAttemptAtMs: row.last_attempt_at?.getTime() ?? null,
      lastStatus: row.last_status,
      failure: failureWords(row.last_failure),
      deliveredAtMs: row.delivered_at?.getTime() ?? null,
    })),
    nextBefore: rows.length > ROWS_MAX ? (page.at(-1)?.task_id ?? null) : null,
  };
}

/** What a stored failure says; names that are known no more say themselves. */
export function failureWords(name: string | null): string | null {
  if (name === null) return null;
  return Object.entries(CALLBACK_FAILURES).find(([known]) => known === name)?.[1] ?? name;
}

function stateOf(number: number): DeliveryState {
  const found = Object.entries(CALLBACK_STATES).find(([, each]) => each === number);
  if (!found) throw new Error(`no callback state has the number ${number}`);
  return found[0] as DeliveryState;
}

interface Row {
  task_id: number;
  url: string;
  state: number;
  attempts: number;
  next_attempt_at: Date | null;
  last_attempt_at: Date | null;
  last_status: number | null;
  last_failure: string | null;
  delivered_at: Date | null;
}

/** $1 account, $2 tasks below this, $3 state or null, $4 rows. Walks callback_account_idx. */
const LIST_STATEMENT = {
  name: "list_callback_deliveries",
  text: `
select * from (
  select task_id, url, state, attempts, next_attempt_at, last_attempt_at, last_status, last_failure, delivered_at
  from callback where account_id = $1::int and task_id < $2::bigint order by task_id desc limit ${LOOKED_AT_MAX}
) latest
where $3::smallint is null or state = $3::smallint
order by task_id desc limit $4::int`,
} as const;
