import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { VERDICT_STATEMENT } from "../quality/verdict-statement";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { CLAIM_STATEMENT } from "./claim-statement";
import { idRange } from "./id-range";
import { allows, type Due, EVENTS, STATES, type TaskEventName, type TaskState } from "./states";

const OPEN_STATES = [
  "queued",
  "reserved",
  "assigned",
  "given",
  "weighed",
] as const satisfies readonly TaskState[];
type OpenState = (typeof OPEN_STATES)[number];
const LEASE_NO = 3;
const FAR_MS = 60_000;

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let nowMs: number;
let customer: number;
let worker: number;
let other: number;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  nowMs = ctx.clock.nowMs();
  customer = await buildAccount(ctx, { amountMicros: 10_000_000 });
  worker = await buildAccount(ctx, { role: "worker" });
  other = await buildAccount(ctx, { role: "worker" });
});
afterAll(() => domain.stop());

interface Times {
  /** End of the lease, or of the time to take back, from now. */
  leaseInMs?: number;
  /** End of the lifetime, from now. */
  expiresInMs?: number;
}

/** An accepted task, put into a state by hand. */
async function taskIn(
  state: OpenState,
  { leaseInMs = FAR_MS, expiresInMs = FAR_MS }: Times = {},
): Promise<number> {
  const taskId = await buildTask(ctx, customer);
  const isWeighed = state === "weighed";
  if (isWeighed) await addAnswer(taskId);
  await ctx.pool.query(
    `update open_task set state = $2, worker_id = $3, lease_no = $4, lease_until = $5, expires_at = $6, answer = $7,
       answers_max = $8, answers_count = $9, recognition = $10
     where id = $1`,
    [
      taskId,
      STATES[state],
      state === "queued" || isWeighed ? null : worker,
      LEASE_NO,
      state === "assigned" || state === "given" ? new Date(nowMs + leaseInMs) : null,
      new Date(nowMs + expiresInMs),
      state === "given" ? "given before" : null,
      isWeighed ? 1 : null,
      isWeighed ? 1 : null,
      isWeighed ? {} : null,
    ],
  );
  return taskId;
}

async function addAnswer(taskId: number): Promise<void> {
  await ctx.pool.query(
    `insert into task_answer (task_id, no, worker_id, lease_no, kind, answer, answered_at)
     values ($1, 1, $2, $3, 1, 'given before', $4)`,
    [taskId, worker, LEASE_NO, new Date(nowMs)],
  );
}

/** Causes the event as the code does: dispatch by the claim statement, verdicts by theirs, all others by the settle lane. */
async function cause(
  event: TaskEventName,
  taskId: number,
  { by = worker, leaseNo = LEASE_NO }: { by?: number; leaseNo?: number } = {},
): Promise<boolean> {
  const { who, number } = EVENTS[event];
  if (who === "dispatch") {
    const { rowCount } = await ctx.hotPool.query({
      ...CLAIM_STATEMENT,
      values: [[taskId], [other], [number], new Date(nowMs)],
    });
    return rowCount === 1;
  }
  if (who === "weigher") return giveVerdict(event, taskId);
  const isAnswer = event === "answer" || event === "answer_finally";
  const [settled] = await ctx.lanes.settle.push([
    {
      taskId,
      workerId: who === "holder" ? by : 0,
      leaseNo: who === "holder" ? leaseNo : 0,
      event,
      ...(isAnswer ? { answer: "read" } : {}),
    },
  ]);
  return settled !== null;
}

async function giveVerdict(event: TaskEventName, taskId: number): Promise<boolean> {
  const { to, number } = EVENTS[event];
  const agreed = to === "answered";
  const { rowCount } = await ctx.hotPool.query({
    ...VERDICT_STATEMENT,
    values: [
      ...idRange([taskId]),
      [1],
      [number],
      [agreed ? "read" : null],
      [agreed ? 0.99 : null],
      [agreed ? worker : null],
      [agreed ? LEASE_NO : null],
      [to === "unsolvable" ? 10 : null],
      new Date(nowMs),
      [agreed ? null : "{0.5}"],
    ],
  });
  return rowCount === 1;
}

interface Row {
  state: number;
  worker_id: number | null;
  lease_no: number | null;
  lease_until: Date | null;
  answer: string | null;
  tried_by: number[] | null;
  reason: number | null;
}

async function rowOf(taskId: number): Promise<Row> {
  const { rows } = await ctx.pool.query<Row>(
    `select state, worker_id, lease_no, lease_until, answer, tried_by, null as reason from open_task where id = $1
     union all
     select state, worker_id, lease_no, null, answer, null, reason from task where id = $1`,
    [taskId],
  );
  expect(rows).toHaveLength(1);
  return rows[0] as Row;
}

/** Times at which an event is due, as far as time decides. */
const WHEN_DUE: Record<Due, Times> = {
  always: {},
  lease_runs: {},
  lease_over: { leaseInMs: -2_000 },
  in_grace: {},
  grace_over: { leaseInMs: 0 },
  life_left: {},
  life_over: { expiresInMs: 0 },
};

const pairs = OPEN_STATES.flatMap((state) =>
  (Object.keys(EVENTS) as TaskEventName[]).map((event) => ({ state, event, to: EVENTS[event].to })),
);

function leaseAfter(event: TaskEventName, before: OpenState): number | null {
  if (before === "weighed" && EVENTS[event].to === "unsolvable") return null;
  return LEASE_NO + (EVENTS[event].who === "dispatch" ? 1 : 0);
}

function holderAfter(event: TaskEventName, before: OpenState): number | null {
  if (EVENTS[event].who === "dispatch") return other;
  if (before === "weighed") return EVENTS[event].to === "answered" ? worker : null;
  return EVENTS[event].to === "queued" || before === "queued" ? null : worker;
}

describe("an event the table allows", () => {
  test.each(pairs.filter(({ state, event }) => allows(event, state)))(
    "$event makes a $state task $to",
    async ({ state, event, to }) => {
      const taskId = await taskIn(state, WHEN_DUE[EVENTS[event].due]);
      expect(await cause(event, taskId)).toBe(true);
      const row = await rowOf(taskId);
      expect(row).toMatchObject({
        state: STATES[to],
        worker_id: holderAfter(event, state),
        lease_no: leaseAfter(event, state),
      });
      expect(row.lease_until !== null).toBe(to === "assigned" || to === "given");
      expect(row.answer !== null).toBe(to === "given" || to === "answered");
      expect(row.reason !== null).toBe(to === "unsolvable");
      expect(row.tried_by).toEqual("triedBy" in EVENTS[event] ? [worker] : null);
    },
  );
});

describe("an event the table does not allow changes nothing", () => {
  test.each(pairs.filter(({ state, event }) => !allows(event, state)))(
    "$event on a $state task",
    async ({ state, event }) => {
      const taskId = await taskIn(state, WHEN_DUE[EVENTS[event].due]);
      const before = await rowOf(taskId);
      expect(await cause(event, taskId)).toBe(false);
      expect(await rowOf(taskId)).toEqual(before);
    },
  );

  test.each(["answer", "expire", "assign", "take_back"] as const)(
    "%s on a task that has ended",
    async (event) => {
      const taskId = await taskIn("assigned");
      await cause("answer_finally", taskId);
      const before = await rowOf(taskId);
      expect(await cause(event, taskId)).toBe(false);
      expect(await rowOf(taskId)).toEqual(before);
    },
  );

  test.each(pairs.filter(({ state, event }) => allows(event, state) && EVENTS[event].who === "holder"))(
    "$event on a $state task by another worker, or by a lease that is over",
    async ({ state, event }) => {
      const taskId = await taskIn(state);
      expect(await cause(event, taskId, { by: other })).toBe(false);
      expect(await cause(event, taskId, { leaseNo: LEASE_NO - 1 })).toBe(false);
    },
  );
});

/** The first and the last millisecond of each due, told without the code's constants. */
const BOUNDS: { event: TaskEventName; state: OpenState; says: string; inTime: Times; outside: Times }[] = [
  {
    event: "answer",
    state: "assigned",
    says: "until 2 s after the lease",
    inTime: { leaseInMs: -1_999 },
    outside: { leaseInMs: -2_000 },
  },
  {
    event: "answer_finally",
    state: "reserved",
    says: "until its lifetime ends",
    inTime: { expiresInMs: 1 },
    outside: { expiresInMs: 0 },
  },
  {
    event: "unreadable",
    state: "assigned",
    says: "until 2 s after the lease",
    inTime: { leaseInMs: -1_999 },
    outside: { leaseInMs: -2_000 },
  },
  {
    event: "report_content",
    state: "assigned",
    says: "until 2 s after the lease",
    inTime: { leaseInMs: -1_999 },
    outside: { leaseInMs: -2_000 },
  },
  {
    event: "lease_ended",
    state: "assigned",
    says: "from 2 s after the lease",
    inTime: { leaseInMs: -2_000 },
    outside: { leaseInMs: -1_999 },
  },
  {
    event: "take_back",
    state: "given",
    says: "before the time to take back ends",
    inTime: { leaseInMs: 1 },
    outside: { leaseInMs: 0 },
  },
  {
    event: "take_back",
    state: "given",
    says: "before its lifetime ends",
    inTime: { expiresInMs: 1 },
    outside: { expiresInMs: 0 },
  },
  {
    event: "grace_over",
    state: "given",
    says: "when the time to take back has ended",
    inTime: { leaseInMs: 0 },
    outside: { leaseInMs: 1 },
  },
  {
    event: "assign",
    state: "queued",
    says: "with 10 s of life left",
    inTime: { expiresInMs: 10_000 },
    outside: { expiresInMs: 9_999 },
  },
  {
    event: "assign",
    state: "reserved",
    says: "with 10 s of life left",
    inTime: { expiresInMs: 10_000 },
    outside: { expiresInMs: 9_999 },
  },
  {
    event: "reserve",
    state: "queued",
    says: "with 10 s of life left",
    inTime: { expiresInMs: 10_000 },
    outside: { expiresInMs: 9_999 },
  },
  {
    event: "start",
    state: "reserved",
    says: "with 10 s of life left",
    inTime: { expiresInMs: 10_000 },
    outside: { expiresInMs: 9_999 },
  },
  {
    event: "expire",
    state: "queued",
    says: "when its lifetime has ended",
    inTime: { expiresInMs: 0 },
    outside: { expiresInMs: 1 },
  },
  {
    event: "expire",
    state: "reserved",
    says: "when its lifetime has ended",
    inTime: { expiresInMs: 0 },
    outside: { expiresInMs: 1 },
  },
];

test.each(BOUNDS)("$event happens to a $state task $says, not a millisecond beyond", async (bound) => {
  expect(await cause(bound.event, await taskIn(bound.state, bound.outside))).toBe(false);
  expect(await cause(bound.event, await taskIn(bound.state, bound.inTime))).toBe(true);
});

test("a lease lasts as long as its kind says", async () => {
  const taskId = await taskIn("reserved");
  await cause("start", taskId);
  expect((await rowOf(taskId)).lease_until?.getTime()).toBe(nowMs + 30_000);
});

test.each(["start", "assign"] as const)(
  "a lease made by %s never outlasts the task's lifetime",
  async (event) => {
    const taskId = await taskIn("reserved", { expiresInMs: 15_000 });
    await cause(event, taskId);
    expect((await rowOf(taskId)).lease_until?.getTime()).toBe(nowMs + 15_000);
  },
);

test("the third worker who finds a task unreadable makes it unsolvable", async () => {
  const taskId = await taskIn("assigned");
  await ctx.pool.query("update open_task set unreadable_votes = 1 where id = $1", [taskId]);
  await cause("unreadable", taskId);
  expect((await rowOf(taskId)).state).toBe(STATES.queued);
  await ctx.pool.query(
    "update open_task set state = 2, worker_id = $2, lease_until = expires_at where id = $1",
    [taskId, worker],
  );
  await cause("unreadable", taskId);
  expect(await rowOf(taskId)).toMatchObject({ state: STATES.unsolvable, reason: 1, answer: null });
});

test("an answer that is taken back is told, and no longer stored", async () => {
  const taskId = await taskIn("given");
  const [taken] = await ctx.lanes.settle.push([
    { taskId, workerId: worker, leaseNo: LEASE_NO, event: "take_back" },
  ]);
  expect(taken?.answer).toBe("given before");
  expect((await rowOf(taskId)).answer).toBeNull();
});

test("an event that needs another one is refused with it", async () => {
  const current = await taskIn("assigned");
  const given = await taskIn("given", { leaseInMs: 0 });
  const [aside, back] = await ctx.lanes.settle.push([
    { taskId: current, workerId: worker, leaseNo: LEASE_NO, event: "set_aside", needsId: given },
    { taskId: given, workerId: worker, leaseNo: LEASE_NO, event: "take_back" },
  ]);
  expect([aside, back]).toEqual([null, null]);
  expect((await rowOf(current)).state).toBe(STATES.assigned);
});

describe("the database refuses a row that no state allows", () => {
  test.each([
    ["queued in somebody's hands", "state = 0, worker_id = 1000, lease_until = null"],
    ["queued with a lease", "state = 0, worker_id = null, lease_until = now()"],
    ["reserved for nobody", "state = 1, worker_id = null, lease_until = null"],
    ["reserved with a clock", "state = 1, worker_id = 1000, lease_until = now()"],
    ["assigned to nobody", "state = 2, worker_id = null, lease_until = now()"],
    ["assigned without a clock", "state = 2, worker_id = 1000, lease_until = null"],
    ["given without an answer", "state = 3, worker_id = 1000, lease_until = now(), answer = null"],
    ["given by nobody", "state = 3, worker_id = null, lease_until = now(), answer = 'x'"],
    ["queued with an answer", "state = 0, answer = 'x'"],
    ["answered and still open", "state = 4"],
    ["of a state that is none", "state = 7"],
    ["weighed without a rule", "state = 6, worker_id = null, lease_until = null"],
    ["with answers and no bound for them", "answers_count = 1"],
    ["with three votes and still open", "unreadable_votes = 3"],
    ["with a share above its price", "share_micros = price_micros + 1"],
  ])("open and %s", async (_, set) => {
    const taskId = await buildTask(ctx, customer);
    await expect(ctx.pool.query(`update open_task set ${set} where id = $1`, [taskId])).rejects.toMatchObject(
      {
        code: "23514",
      },
    );
  });

  test.each([
    ["answered without an answer", "answer = null"],
    ["answered by nobody", "worker_id = null"],
    ["answered with a reason", "reason = 1"],
    ["unsolvable with an answer", "state = 5, reason = 1"],
    ["unsolvable without a reason", "state = 5, answer = null"],
    ["ended and queued", "state = 0, answer = null"],
  ])("ended and %s", async (_, set) => {
    const taskId = await taskIn("assigned");
    await cause("answer_finally", taskId);
    await expect(ctx.pool.query(`update task set ${set} where id = $1`, [taskId])).rejects.toMatchObject({
      code: "23514",
    });
  });
});
