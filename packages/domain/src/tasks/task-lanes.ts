import type { Clock } from "@sightline/contract/clock";
import type { Pool } from "@sightline/db/database";
import { Lane } from "../lanes/lane";
import { type Acceptance, type AcceptItem, acceptBatch, whichAccepted } from "./accept-batch";
import { idRange, numberArray } from "./id-range";
import {
  READ_RESULTS_STATEMENT,
  type ReadResult,
  type ResultRow,
  toReadResult,
} from "./read-results-statement";
import { SETTLE_STATEMENT } from "./settle-statement";
import { EVENTS, type TaskEventName } from "./states";

/** The ways to the hot tables: every accepted task, event and read of a result passes one of these three lanes. */
export interface TaskLanes {
  readonly accept: Lane<AcceptItem, Acceptance>;
  /** Takes groups: the events of one group stand in one statement, and their results come back in their order. */
  readonly settle: Lane<readonly SettleItem[], (Settled | null)[]>;
  readonly read: Lane<number, ReadResult | null>;
}

export interface SettleItem {
  taskId: number;
  /** The worker who must hold it; 0 when a service or a customer causes the event. */
  workerId: number;
  /** The lease it belongs to; 0 for any. */
  leaseNo: number;
  event: TaskEventName;
  answer?: string;
  /** Takes effect only together with the item of this task id in the same batch. */
  needsId?: number;
}

/** An event that took effect, and what it made of the task. */
export interface Settled {
  taskId: number;
  accountId: number;
  kindNumber: number;
  event: TaskEventName;
  stateNumber: number;
  workerId: number | null;
  leaseNo: number;
  leaseUntilMs: number | null;
  shareMicros: number;
  priceMicros: number;
  acceptedAtMs: number;
  answer: string | null;
  reasonNumber: number | null;
  hasCallback: boolean;
  /** Of a task that took several answers, at its end. */
  answersCount?: number;
  confidence?: number | null;
}

interface LaneDeps {
  pool: Pool;
  clock: Clock;
  answersPerThreadHour(): number;
  /** Told of all that took effect, once per commit, before the callers hear of it. Must not throw. */
  onSettled(settled: readonly Settled[]): void;
}

export function createTaskLanes({ pool, clock, answersPerThreadHour, onSettled }: LaneDeps): TaskLanes {
  // Rounds that are committed: when a later round of their batch fails, they are not run again with it.
  const committed = new WeakMap<readonly SettleItem[], (Settled | null)[]>();
  const settle = new Lane<readonly SettleItem[], (Settled | null)[]>({
    name: "settle",
    run: async (groups) => {
      for (let left = groups.filter((group) => !committed.has(group)); left.length > 0; ) {
        const { round, rest } = splitRound(left);
        const settled = await settleRound(pool, clock, round);
        for (const [i, group] of round.entries()) committed.set(group, settled[i] ?? []);
        onSettled(settled.flat().filter((result) => result !== null));
        left = rest;
      }
      return groups.map((group) => committed.get(group) ?? []);
    },
  });
  const accept = new Lane<AcceptItem, Acceptance>({
    name: "accept",
    bytesOf: (item) => item.bytes.length,
    run: (items) => acceptBatch({ pool, clock, answersPerThreadHour }, items),
    afterUnknown: (items) => whichAccepted(pool, items),
  });
  const read = new Lane<number, ReadResult | null>({
    name: "read",
    maxRows: 200,
    maxWaiting: 20_000,
    run: async (ids) => {
      const { rows } = await pool.query<ResultRow>({ ...READ_RESULTS_STATEMENT, values: idRange(ids) });
      const byId = new Map(rows.map((row) => [row.id, toReadResult(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  });
  return { accept, settle, read };
}

/**
 * An id may stand in one statement once. A group that meets an id of a group before it waits for the next round of
 * the same batch, and so does whatever meets the waiting one's ids: events of one task keep their order.
 */
function splitRound(groups: readonly (readonly SettleItem[])[]): {
  round: (readonly SettleItem[])[];
  rest: (readonly SettleItem[])[];
} {
  const seen = new Set<number>();
  const round: (readonly SettleItem[])[] = [];
  const rest: (readonly SettleItem[])[] = [];
  for (const group of groups) {
    (group.some(({ taskId }) => seen.has(taskId)) ? rest : round).push(group);
    for (const { taskId } of group) seen.add(taskId);
  }
  return { round, rest };
}

interface SettledRow {
  id: number;
  account_id: number;
  kind: number;
  event: number;
  next_state: number;
  worker_id: number | null;
  lease_no: number;
  share_micros: number;
  price_micros: number;
  accepted_at: Date;
  lease_until: Date | null;
  answer: string | null;
  reason: number | null;
  has_callback: boolean;
}

const EVENT_BY_NUMBER = new Map<number, TaskEventName>(
  Object.entries(EVENTS).map(([name, { number }]) => [number, name as TaskEventName]),
);

async function settleRound(
  pool: Pool,
  clock: Clock,
  round: readonly (readonly SettleItem[])[],
): Promise<(Settled | null)[][]> {
  const items = round.flat();
  const { rows } = await pool.query<SettledRow>({
    ...SETTLE_STATEMENT,
    values: [
      numberArray(items.map((item) => item.taskId)),
      numberArray(items.map((item) => item.workerId)),
      numberArray(items.map((item) => item.leaseNo)),
      numberArray(items.map((item) => EVENTS[item.event].number)),
      items.map((item) => item.answer ?? null),
      numberArray(items.map((item) => item.needsId ?? null)),
      new Date(clock.nowMs()),
    ],
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return round.map((group) =>
    group.map(({ taskId }) => {
      const row = byId.get(taskId);
      return row ? toSettled(row) : null;
    }),
  );
}

function toSettled(row: SettledRow): Settled {
  return {
    taskId: row.id,
    accountId: row.account_id,
    kindNumber: row.kind,
    event: EVENT_BY_NUMBER.get(row.event) as TaskEventName,
    stateNumber: row.next_state,
    workerId: row.worker_id,
    leaseNo: row.lease_no,
    leaseUntilMs: row.lease_until?.getTime() ?? null,
    shareMicros: row.share_micros,
    priceMicros: row.price_micros,
    acceptedAtMs: row.accepted_at.getTime(),
    answer: row.answer,
    reasonNumber: row.reason,
    hasCallback: row.has_callback,
  };
}
