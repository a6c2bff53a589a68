import type { Clock } from "@sightline/contract/clock";
import type { Pool } from "@sightline/db/database";
import { Lane } from "../lanes/lane";
import { numberArray } from "../tasks/id-range";
import { type CallbackFailure, isHostsFault } from "./callback-failures";
import { CALLBACK_STATES } from "./callback-states";
import type { DueCallback } from "./claim-callbacks";
import { retryDelayMs } from "./retry-delays";

/** How an attempt ended. `failure` null: delivered. */
export interface Attempt {
  callback: DueCallback;
  status: number | null;
  failure: CallbackFailure | null;
}

/** A host whose calls have failed for this long, without one that succeeded, is called no more. */
const SWITCH_OFF_AFTER_MS = 86_400_000;

/**
 * Parameters: task ids, accounts, hosts, ports, new states, times of the next attempt, statuses, failures, whether
 * the host is well (true), ill (false) or not meant (null), the time. Returns the hosts that were switched off.
 * A callback that ended meanwhile, by another process which held it after this one, is left alone.
 */
const RECORD = {
  name: "record_callback_attempts",
  text: `
with item as materialized (
  select * from unnest($1::bigint[], $2::int[], $3::text[], $4::int[], $5::smallint[], $6::timestamptz[],
    $7::smallint[], $8::text[], $9::boolean[])
    as i(task_id, account_id, host, port, state, next_at, status, failure, well)
),
recorded as (
  update callback c set state = i.state, attempts = c.attempts + 1, next_attempt_at = i.next_at,
    last_attempt_at = $10::timestamptz, last_status = i.status, last_failure = i.failure,
    delivered_at = case i.state when ${CALLBACK_STATES.delivered} then $10::timestamptz end
  from item i where c.task_id = i.task_id and c.state = ${CALLBACK_STATES.due}
),
host as materialized (
  select h.account_id, h.host, h.port, bool_or(i.well) as well, min(i.failure) as failure
  from item i join callback_host h
    on h.account_id = i.account_id and h.host = i.host and h.port in (0, i.port)
  where i.well is not null and h.switched_off_at is null
  group by h.account_id, h.host, h.port
)
update callback_host h set
  failing_since = case when not n.well then coalesce(h.failing_since, $10::timestamptz) end,
  last_failure = case when not n.well then n.failure end,
  switched_off_at = case when not n.well and h.failing_since <= $11::timestamptz then $10::timestamptz end
from host n
where h.account_id = n.account_id and h.host = n.host and h.port = n.port
  and case when n.well then h.failing_since is not null
    else h.failing_since is null or h.last_failure is distinct from n.failure or h.failing_since <= $11::timestamptz end
returning h.account_id, h.host, h.switched_off_at is not null as switched_off`,
};

export interface SwitchedOff {
  accountId: number;
  host: string;
}

interface Deps {
  pool: Pool;
  clock: Clock;
  /** Told after the commit. Must not throw. */
  onSwitchedOff(host: SwitchedOff): void;
}

/** The lane in which the outcomes of attempts are recorded: many receivers' answers share a commit. */
export function createAttemptLane({ pool, clock, onSwitchedOff }: Deps): Lane<Attempt, null> {
  return new Lane<Attempt, null>({
    name: "callbacks",
    run: async (attempts) => {
      const { rows } = await pool.query<{ account_id: number; host: string; switched_off: boolean }>({
        ...RECORD,
        values: valuesOf(attempts, clock.nowMs()),
      });
      for (const row of rows) {
        if (row.switched_off) onSwitchedOff({ accountId: row.account_id, host: row.host });
      }
      return attempts.map(() => null);
    },
  });
}

function valuesOf(attempts: readonly Attempt[], nowMs: number): unknown[] {
  const nextMs = attempts.map(nextDelayMs);
  return [
    numberArray(attempts.map(({ callback }) => callback.taskId)),
    numberArray(attempts.map(({ callback }) => callback.accountId)),
    attempts.map(({ callback }) => callback.address?.host ?? null),
    numberArray(attempts.map(({ callback }) => callback.address?.port ?? null)),
    numberArray(attempts.map(({ failure }, i) => stateOf(failure, nextMs[i] ?? null))),
    nextMs.map((delayMs) => (delayMs === null ? null : new Date(nowMs + delayMs))),
    numberArray(attempts.map(({ status }) => status)),
    attempts.map(({ failure }) => failure),
    attempts.map(({ failure }) => (failure === null ? true : isHostsFault(failure) ? false : null)),
    new Date(nowMs),
    new Date(nowMs - SWITCH_OFF_AFTER_MS),
  ];
}

/** Null when there is no next attempt. One that was cut off by our own stopping is made again at once. */
function nextDelayMs({ callback, failure }: Attempt): number | null {
  if (failure === null || failure === "not_registered" || failure === "task_gone") return null;
  return failure === "cancelled" ? 0 : retryDelayMs(callback.attempts + 1);
}

function stateOf(failure: CallbackFailure | null, nextMs: number | null): number {
  if (failure === null) return CALLBACK_STATES.delivered;
  return nextMs === null ? CALLBACK_STATES.given_up : CALLBACK_STATES.due;
}
