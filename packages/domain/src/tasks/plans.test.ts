import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { LOAD_INPUTS_STATEMENT } from "../dispatch/assignment";
import { HELD_TASKS_STATEMENT } from "../dispatch/held-tasks";
import { DUE_STATEMENTS } from "../maintenance/end-what-is-due";
import { ORPHANS_STATEMENT } from "../maintenance/return-orphans";
import { AGREEMENT_STATEMENT } from "../quality/read-agreement";
import { VERDICT_STATEMENT } from "../quality/verdict-statement";
import { LEFT_OVER_STATEMENT } from "../quality/weigh-left-over";
import { WEIGHED_TASKS_STATEMENT } from "../quality/weighed-tasks-statement";
import { WIPE_OWN, WIPE_USUAL } from "../retention/wipe-pictures";
import { buildAccount, buildDomain } from "../testing/builders";
import { type Plan, planOf } from "../testing/plan-of";
import { ACCEPT_STATEMENT } from "./accept-statement";
import { CANDIDATES_STATEMENT, CLAIM_STATEMENT, RESERVED_STATEMENT, TURN_ACCOUNTS } from "./claim-statement";
import { idRange } from "./id-range";
import { READ_RESULTS_STATEMENT } from "./read-results-statement";
import { SETTLE_STATEMENT } from "./settle-statement";
import { EVENTS } from "./states";

/** Under 1 ms on an idle machine; the rest is for machines that do other work meanwhile. */
const CLAIM_MS_MAX = 5;
const BATCH = 20;
const QUEUED = 100_000;
const CHUNK = 10_000;

/** The plans that the hot pool runs, with the queue empty and with a hundred thousand in it. */
const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let customer: number;
let worker: number;
let taskIds: number[];

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  customer = await buildAccount(ctx, { amountMicros: 1_000_000_000 });
  worker = await buildAccount(ctx, { role: "worker" });
  const firstId = ctx.ids.next();
  taskIds = Array.from({ length: BATCH }, (_, i) => firstId + i);
});
afterAll(() => domain.stop());

const each = (value: unknown): unknown[] => taskIds.map(() => value);
const now = (): Date => new Date(ctx.clock.nowMs());

function acceptValues(ids: readonly number[]): unknown[] {
  const offsets = ids.map((_, i) => 1 + i * 100);
  return [
    ids,
    each(customer),
    each(1),
    each(200),
    each(120),
    each(90_000),
    each(30_000),
    offsets,
    each(100),
    each(1),
    each(10),
    each(10),
    each(null),
    each(null),
    each(null),
    each(null),
    Buffer.alloc(100 * BATCH, 7),
    now(),
    each(200),
    each(120),
    720,
    each(null),
    each(null),
    each(null),
  ];
}

function statements() {
  const eventTo = (event: number): unknown[] => [taskIds, each(worker), each(event), now()];
  const settle = [
    taskIds,
    each(worker),
    each(1),
    each(EVENTS.answer_finally.number),
    each("x"),
    each(null),
    now(),
  ];
  return {
    accept: { statement: ACCEPT_STATEMENT, values: acceptValues(taskIds.map((id) => id + 1_000)) },
    candidates: { statement: CANDIDATES_STATEMENT, values: [0, BATCH, now(), null, [worker], 0, false] },
    reserved: { statement: RESERVED_STATEMENT, values: [0, BATCH, now(), null, [worker], 0, false] },
    claim: { statement: CLAIM_STATEMENT, values: eventTo(EVENTS.assign.number) },
    settle: { statement: SETTLE_STATEMENT, values: settle },
    read: { statement: READ_RESULTS_STATEMENT, values: [taskIds, ...idRange(taskIds).slice(1)] },
    pictures: { statement: LOAD_INPUTS_STATEMENT, values: [taskIds, ...idRange(taskIds).slice(1)] },
    held: { statement: HELD_TASKS_STATEMENT, values: [[worker]] },
    orphans: { statement: ORPHANS_STATEMENT, values: [] },
    leaseEnded: { statement: DUE_STATEMENTS.lease_ended, values: [now()] },
    graceOver: { statement: DUE_STATEMENTS.grace_over, values: [now()] },
    expire: { statement: DUE_STATEMENTS.expire, values: [now()] },
    leftOver: { statement: LEFT_OVER_STATEMENT, values: [] },
    weighed: { statement: WEIGHED_TASKS_STATEMENT, values: [taskIds, ...idRange(taskIds).slice(1)] },
    wipeUsual: { statement: WIPE_USUAL, values: [Number.MAX_SAFE_INTEGER] },
    wipeOwn: { statement: WIPE_OWN, values: [Number.MAX_SAFE_INTEGER] },
    agreement: { statement: AGREEMENT_STATEMENT, values: [1, taskIds[0], Number.MAX_SAFE_INTEGER] },
    verdict: {
      statement: VERDICT_STATEMENT,
      values: [
        taskIds,
        ...idRange(taskIds).slice(1),
        each(2),
        each(EVENTS.agree.number),
        each("x"),
        each(0.9),
        each(worker),
        each(1),
        each(null),
        now(),
        each(null),
      ],
    },
  };
}
type StatementName = keyof ReturnType<typeof statements>;

async function plan(name: StatementName): Promise<Plan> {
  const { statement, values } = statements()[name];
  return planOf(ctx.hotPool, statement, values);
}

const INDEXES: [StatementName, string[]][] = [
  ["accept", ["account_pkey"]],
  ["candidates", ["open_task_queued_idx"]],
  ["reserved", ["open_task_reserved_idx"]],
  ["claim", ["open_task_pkey"]],
  ["read", ["open_task_pkey", "task_pkey"]],
  ["pictures", ["task_input_pkey"]],
  ["held", ["open_task_worker_idx"]],
  ["orphans", ["open_task_reserved_idx"]],
  ["leaseEnded", ["open_task_lease_idx"]],
  ["graceOver", ["open_task_lease_idx"]],
  ["expire", ["open_task_expiry_idx"]],
  ["leftOver", ["open_task_weighed_idx"]],
];

describe("with an empty queue", () => {
  test.each(INDEXES)("%s reads by its index", async (name, indexes) => {
    expect(await plan(name)).toMatchObject({ indexes, seqScans: [] });
  });
});

describe("with a hundred thousand queued, and some in workers' hands", () => {
  beforeAll(async () => {
    await database.pool.query({
      text: ACCEPT_STATEMENT.text,
      values: acceptValues(taskIds),
    });
    for (let from = 0; from < QUEUED; from += CHUNK) {
      await database.pool.query(
        `insert into open_task (id, account_id, kind, state, price_micros, share_micros, hold_micros, lease_ms, accepted_at, expires_at)
         select $1::bigint + g, $2, 1, 0, 200, 120, 200, 30000, $3::timestamptz, $3::timestamptz + interval '90 s'
         from generate_series(1, $4::int) g`,
        [(taskIds[0] ?? 0) + 10_000 + from, customer, now(), CHUNK],
      );
    }
    await database.pool.query(
      "update open_task set state = 1, worker_id = $2, lease_no = 1 where id = any($1::bigint[])",
      [taskIds.slice(0, 2), worker],
    );
  });

  test.each(INDEXES)("%s still reads by its index", async (name, indexes) => {
    const actual = await plan(name);
    expect(actual.seqScans).toEqual([]);
    expect(actual.indexes).toEqual(expect.arrayContaining(indexes));
  });

  test.each([
    ["read", "task"],
    ["pictures", "task_input"],
    ["held", "task_input"],
  ] as const)("%s looks into the one partition that can hold the ids", async (name, table) => {
    expect((await plan(name)).partitions).toEqual({ [table]: 1 });
  });

  test.each(["candidates", "claim", "held", "orphans", "leaseEnded", "expire"] as const)(
    "%s takes no longer than with an empty queue",
    async (name) => {
      const timesMs: number[] = [];
      for (let i = 0; i < 5; i++) timesMs.push((await plan(name)).executionMs);
      expect(Math.min(...timesMs)).toBeLessThan(CLAIM_MS_MAX);
    },
  );

  test("ten thousand of a thousand customers are ranked by one read of a bounded number of rows", async () => {
    await database.pool.query(
      `insert into open_task (id, account_id, kind, state, price_micros, share_micros, hold_micros, lease_ms, accepted_at,
         expires_at)
       select $1::bigint + 1000000 + g, 500000 + g % 1000, 1, 0, 200, 120, 200, 30000, $2::timestamptz - interval '5 s',
         $2::timestamptz + interval '90 s'
       from generate_series(1, 10000) g`,
      [taskIds[0] ?? 0, now()],
    );
    await database.pool.query(
      "update open_task set accepted_at = accepted_at - interval '5 s' where state = 0",
    );
    const timesMs: number[] = [];
    for (let i = 0; i < 5; i++) {
      const read = await plan("candidates");
      expect(read.seqScans).toEqual([]);
      expect(read.indexes).toEqual(["gated_task_pkey", "open_task_account_idx", "open_task_queued_idx"]);
      timesMs.push(read.executionMs);
    }
    expect(Math.min(...timesMs)).toBeLessThan(CLAIM_MS_MAX);
    const { rows } = await ctx.hotPool.query<{ account_id: number; turn: number | null }>({
      ...CANDIDATES_STATEMENT,
      values: statements().candidates.values,
    });
    const turns = rows.filter(({ turn }) => turn !== null);
    expect(new Set(turns.map(({ account_id }) => account_id)).size).toBe(TURN_ACCOUNTS);
    expect(rows.length).toBeLessThanOrEqual(BATCH + 2 * TURN_ACCOUNTS);
  });

  test("settling reads by primary keys only", async () => {
    await database.pool.query(
      "update open_task set state = 2, lease_until = expires_at where worker_id = $1",
      [worker],
    );
    expect(await plan("settle")).toMatchObject({ indexes: ["account_pkey", "open_task_pkey"], seqScans: [] });
  });

  test("an estimate anew reads answers by their kind, a bounded number at a time", async () => {
    const read = await plan("agreement");
    expect(read.seqScans).toEqual([]);
    expect(read.indexes[0]).toMatch(/^task_answer.*kind/);
  });

  test("pictures that are over their time are gone through by ids, and wiped by ids", async () => {
    await database.pool.query("insert into picture_retention values ($1, 0, 0)", [customer]);
    const usual = await plan("wipeUsual");
    expect(usual.seqScans).toEqual([]);
    expect(usual.indexes).toEqual(expect.arrayContaining(["task_input_pkey", "picture_sweep_pkey"]));
    const own = await plan("wipeOwn");
    expect(own.seqScans).toEqual(["picture_retention"]);
    expect(own.indexes).toEqual(expect.arrayContaining(["task_account_id_id_idx", "open_task_account_idx"]));
  });

  test("weighing reads answers by their tasks, in the one partition that can hold them", async () => {
    await database.pool.query(
      `update open_task set state = 6, worker_id = null, lease_until = null, answers_max = 2, answers_count = 2,
         recognition = '{}', hold_micros = 400 where worker_id = $1`,
      [worker],
    );
    await database.pool.query(
      `insert into task_answer (task_id, no, worker_id, lease_no, kind, answer, answered_at)
       select id, n, $1, n, 1, 'x', $2 from open_task cross join generate_series(1, 2) n where state = 6`,
      [worker, now()],
    );
    await database.pool.query(
      `insert into worker_standing (worker_id, kind, stage, stage_since, right_weight, wrong_weight)
       select g, 1, 4, $2, 9, 1 from generate_series($1::int, $1::int + 2000) g`,
      [worker, now()],
    );
    const read = await plan("weighed");
    expect(read.seqScans).toEqual([]);
    expect(read.indexes).toEqual(
      expect.arrayContaining(["task_answer_pkey", "worker_standing_worker_id_kind_pk"]),
    );
    expect(read.partitions.task_answer).toBe(1);
    const verdict = await plan("verdict");
    expect(verdict).toMatchObject({ seqScans: [], partitions: { task_answer: 1 } });
    expect(verdict.indexes).toEqual(["account_pkey", "open_task_pkey", "task_answer_pkey"]);
  });
});
