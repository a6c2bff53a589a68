import type { StatementEntry } from "@sightline/contract/ledger";
import { ID_EPOCH_MS } from "@sightline/db/task-id";
import { useTestDatabase } from "@sightline/testing/test-database";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { watchDeposits } from "../chain/watch-deposits";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { makePartitions } from "../maintenance/make-partitions";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { EVENTS, isFinal, type TaskEventName } from "../tasks/states";
import { buildAccount, buildDomain } from "../testing/builders";
import { DatabaseProxy } from "../testing/database-proxy";
import { acceptItem, settleOne } from "../testing/lane-items";
import { LedgerModel, type ModelWorld } from "../testing/ledger-model";
import { HOLDER_EVENTS, type Step } from "../testing/ledger-steps";
import { MODEL_ALONE_MICROS, MODEL_MINIMUM_MICROS, setModelPayments } from "../testing/model-chain";
import { offerModelPackage } from "../testing/model-package";
import { PaperChain } from "../testing/paper-chain";
import { accountStatement } from "./account-statement";
import { bookDeposit } from "./book-deposit";
import { type AccountBalance, getBalance } from "./get-balance";
import { reconcile } from "./reconcile";

/** How many histories are played, and for how long at most: `npm run soak` asks for thousands. */
const HISTORIES = Number(process.env.SOAK_HISTORIES ?? 100);
const HISTORIES_MS = Number(process.env.SOAK_MS ?? 30_000);
/** For the history that has begun when the time is over. */
const LAST_HISTORY_MS = 20_000;

/** Two processes on one database, the first behind a wire that loses answers. */
const database = useTestDatabase();
let proxy: DatabaseProxy;
let domains: Domain[];
let ctx: DomainContext;
let twin: DomainContext;
let chain: PaperChain;
let world: ModelWorld;

beforeAll(async () => {
  [proxy, chain] = await Promise.all([DatabaseProxy.start(database.url), PaperChain.start()]);
  const one = await buildDomain(proxy.url, { chain: chain.options });
  const other = await buildDomain(database.url);
  domains = [one.domain, other.domain];
  [ctx, twin] = [one.ctx, other.ctx];
  await offerModelPackage(ctx);
  await setModelPayments(ctx, chain.wallet);
  await watchDeposits.runOnce(ctx);
  world = {
    chain,
    faults: {
      loseAnswer: () => proxy.loseAnswerTo("accept_tasks"),
      loseCommit: () => void proxy.loseAnswerTo("commit"),
      calm: () => proxy.loseNothing(),
    },
    advance(ms) {
      for (const { clock } of [one, other]) clock.advance(ms);
    },
  };
});
afterEach(async () => {
  expect(await reconcile(ctx.pool)).toEqual([]);
});
afterAll(async () => {
  await Promise.all(domains.map((domain) => domain.stop()));
  await Promise.all([proxy.stop(), chain.stop()]);
});

/**
 * As many runs as the time allows: what would begin later is left out, and what has begun is finished, or it would go on
 * under the next test.
 */
function within<Args extends unknown[]>(
  ms: number,
  run: (...args: Args) => Promise<void>,
): (...args: Args) => Promise<void> {
  let endMs: number | null = null;
  return async (...args) => {
    endMs ??= Date.now() + ms;
    if (Date.now() < endMs) await run(...args);
  };
}

/** Answers come more often than the rest of what a worker does. */
const ANSWERS = ["answer_finally", "answer_finally", "answer_finally", "confirm"] as const;
const index = fc.nat({ max: 7 });
const any = fc.nat({ max: 5 }).map((n) => n === 0);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("submit" as const),
      customer: index,
      priceMicros: fc.constantFrom(1, 100, 200, 350),
      sharePercent: fc.constantFrom(0, 60, 100),
      several: fc.boolean(),
      extraMicros: fc.constantFrom(0, 0, 1, 90),
      lost: fc.nat({ max: 39 }).map((n) => n === 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("buy" as const, "buy" as const, "package_over" as const, "overflow" as const),
      customer: index,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("report" as const), task: index, any }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("assign" as const), task: index, any, worker: index }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(...HOLDER_EVENTS, ...ANSWERS),
      task: index,
      any,
      again: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("expire" as const, "cancel" as const),
      task: index,
      any,
      again: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("deposit" as const),
      customer: index,
      amountMicros: fc.constantFrom(1, 150, 400),
    }),
  },
);

/** As many as confirm something, or not quite. */
const blocks = fc.constantFrom(0, 1, 3);
const crash = fc.nat({ max: 5 }).map((n) => n === 0);
const chainStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("chain_deposit" as const),
      customer: index,
      amountMicros: fc.constantFrom(MODEL_MINIMUM_MICROS - 1, MODEL_MINIMUM_MICROS, 350),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("watch" as const), crash, blocks }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("reorganise" as const), blocks: fc.integer({ min: 1, max: 6 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("resend" as const, "reverse" as const, "book_small" as const),
      index,
      any,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("hand_deposit" as const),
      customer: index,
      amountMicros: fc.constantFrom(40, MODEL_ALONE_MICROS, MODEL_ALONE_MICROS + 1),
      approve: fc.boolean(),
    }),
  },
);
const payStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("refund" as const),
      task: index,
      any,
      takesPayBack: fc.boolean(),
      part: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("confirm_pay" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("batch" as const),
      approve: fc.nat({ max: 3 }).map((n) => n > 0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("pay" as const),
      index,
      any,
      some: fc.integer({ min: 1, max: 7 }),
      wrong: fc.nat({ max: 3 }).map((n) => n === 0),
      lost: fc.nat({ max: 3 }).map((n) => n === 0),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("confirm_payouts" as const), crash, blocks }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("return" as const), index, any }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("drop" as const), index }) },
);

test(
  "whatever happens in whatever order, every balance is what the postings say",
  async () => {
    const history = fc.array(
      fc.oneof(
        { weight: 5, arbitrary: step },
        { weight: 2, arbitrary: chainStep },
        { weight: 3, arbitrary: payStep },
      ),
      { minLength: 10, maxLength: 60, size: "max" },
    );
    let [played, stepsPlayed] = [0, 0];
    const property = fc.asyncProperty(
      fc.array(fc.nat({ max: 900 }), { minLength: 2, maxLength: 3 }),
      fc.boolean(),
      history,
      within(HISTORIES_MS, async (start: number[], isOpened: boolean, steps: Step[]) => {
        // Histories take their time of the clock: hundreds of them outlive the days that are made ahead.
        await makePartitions.runOnce(ctx);
        const model = await LedgerModel.create(ctx, start, world);
        if (isOpened) await model.open();
        for (const each of steps) await model.play(each);
        await model.end();
        const { expected, actual } = await model.compare();
        expect(actual).toEqual(expected);
        expect(await Promise.all(model.accountIds.map(sumOfStatement))).toEqual(expected);
        expect(await reconcile(database.pool)).toEqual([]);
        played++;
        stepsPlayed += steps.length;
      }),
    );
    const interruptAfterTimeLimit = HISTORIES_MS + LAST_HISTORY_MS;
    await fc.assert(property, { numRuns: HISTORIES, endOnFailure: true, interruptAfterTimeLimit });
    if (process.env.SOAK_MS) process.stderr.write(`${played} histories of ${stepsPlayed} steps held\n`);
  },
  HISTORIES_MS + 30_000,
);

test.each<[string, Step[]]>([
  [
    "a task that staff have refunded and its customer reports afterwards comes back once",
    [
      { do: "refund", task: 0, any: true, takesPayBack: false, part: false },
      { do: "report", task: 0, any: true },
    ],
  ],
  [
    "a booked deposit that moved to another block and is gone again can be reversed",
    [
      { do: "chain_deposit", customer: 0, amountMicros: 350 },
      { do: "watch", crash: false, blocks: 3 },
      { do: "reorganise", blocks: 6 },
      { do: "resend", index: 0 },
      { do: "watch", crash: false, blocks: 0 },
      { do: "reorganise", blocks: 1 },
      { do: "watch", crash: false, blocks: 0 },
      { do: "reverse", index: 0, any: false },
    ],
  ],
  [
    "a deposit that was reversed and comes back is booked anew, less what had been spent of it",
    [
      { do: "chain_deposit", customer: 0, amountMicros: 350 },
      { do: "watch", crash: false, blocks: 3 },
      {
        do: "submit",
        customer: 0,
        priceMicros: 200,
        sharePercent: 60,
        several: false,
        extraMicros: 0,
        lost: false,
      },
      { do: "reorganise", blocks: 6 },
      { do: "watch", crash: false, blocks: 0 },
      { do: "reverse", index: 0, any: false },
      { do: "resend", index: 0 },
      { do: "watch", crash: true, blocks: 0 },
      { do: "watch", crash: false, blocks: 3 },
      { do: "reorganise", blocks: 6 },
      { do: "watch", crash: false, blocks: 0 },
      { do: "reverse", index: 0, any: false },
      { do: "resend", index: 0 },
      { do: "watch", crash: true, blocks: 3 },
    ],
  ],
  [
    "a payout that was paid and that the chain took back goes back to its worker, and pays nobody when it comes again",
    [
      { do: "batch", approve: true },
      { do: "pay", index: 0, any: false, some: 7, wrong: false, lost: false },
      { do: "watch", crash: false, blocks: 3 },
      { do: "confirm_payouts", crash: false, blocks: 0 },
      { do: "reorganise", blocks: 6 },
      { do: "watch", crash: false, blocks: 0 },
      { do: "drop", index: 0 },
      { do: "resend", index: 0 },
      { do: "confirm_pay" },
      { do: "confirm_payouts", crash: false, blocks: 3 },
      { do: "batch", approve: true },
    ],
  ],
  [
    "a small deposit that is gone cannot be booked by hand",
    [
      { do: "chain_deposit", customer: 0, amountMicros: MODEL_MINIMUM_MICROS - 1 },
      { do: "watch", crash: false, blocks: 3 },
      { do: "reorganise", blocks: 6 },
      { do: "watch", crash: false, blocks: 0 },
      { do: "book_small", index: 0, any: false },
    ],
  ],
  [
    "a payout that was returned and is paid all the same is named, and pays nobody twice",
    [
      { do: "batch", approve: true },
      { do: "pay", index: 0, any: false, some: 7, wrong: false, lost: false },
      { do: "reorganise", blocks: 1 },
      { do: "drop", index: 0 },
      { do: "return", index: 0, any: false },
      { do: "resend", index: 0 },
      { do: "confirm_pay" },
      { do: "confirm_payouts", crash: false, blocks: 3 },
    ],
  ],
])("%s", async (_, steps) => {
  const model = await LedgerModel.create(ctx, [0, 0], world);
  await model.open();
  for (const each of steps) await model.play(each);
  await model.end();
  const { expected, actual } = await model.compare();
  expect(actual).toEqual(expected);
  expect(await reconcile(ctx.pool)).toEqual([]);
});

/** A statement that leaves nothing out adds up to the balances, and every entry says what caused it. */
async function sumOfStatement(accountId: number): Promise<AccountBalance> {
  const period = { accountId, fromMs: ID_EPOCH_MS, toMs: ctx.clock.nowMs() + 60_000 };
  const { entries } = await accountStatement(ctx, period, 1_000);
  expect(entries.filter(({ cause }) => cause === "other")).toEqual([]);
  const sum = (of: (entry: StatementEntry) => number): number =>
    entries.reduce((total, entry) => total + of(entry), 0);
  return {
    availableMicros: sum((entry) => entry.availableMicros),
    heldMicros: sum((entry) => entry.heldMicros),
    pendingMicros: sum((entry) => entry.pendingMicros),
  };
}

type Wave = { task: number; event: TaskEventName; inTwin: boolean }[];

test("two processes that do everything at once to the same tasks end each of them once", async () => {
  const events = [...HOLDER_EVENTS, "expire", "cancel"] as const satisfies readonly TaskEventName[];
  const wave = fc.array(fc.record({ task: index, event: fc.constantFrom(...events), inTwin: fc.boolean() }), {
    minLength: 4,
    maxLength: 16,
    size: "max",
  });
  const property = fc.asyncProperty(
    fc.array(wave, { minLength: 2, maxLength: 4 }),
    within(20_000, async (waves: Wave[]) => {
      const tasks = await acceptedTasks(6);
      const worker = await buildAccount(ctx, { role: "worker" });
      const ends = new Map<number, number>();
      for (const steps of waves) {
        const leases = await assignQueued(tasks, worker);
        const settled = await Promise.all(
          steps.map(({ task, event, inTwin }) => {
            const id = tasks[task % tasks.length] ?? 0;
            return settleOne(inTwin ? twin : ctx, event, { id, worker, leaseNo: leases.get(id) ?? 1 });
          }),
        );
        for (const each of settled)
          if (each && isFinal(each.stateNumber)) ends.set(each.taskId, (ends.get(each.taskId) ?? 0) + 1);
      }
      expect([...ends.values()].every((count) => count === 1)).toBe(true);
      expect(await linesOf([...ends.keys()])).toBe(true);
      expect(await reconcile(ctx.pool)).toEqual([]);
    }),
  );
  await fc.assert(property, { numRuns: 15 });
}, 60_000);

async function acceptedTasks(count: number): Promise<number[]> {
  const accountId = await buildAccount(ctx, { amountMicros: count * 200 });
  const items = Array.from({ length: count }, () =>
    acceptItem(ctx, { accountId, priceMicros: 200, shareMicros: 120 }),
  );
  await Promise.all(items.map((item) => ctx.lanes.accept.push(item)));
  return items.map(({ id }) => id);
}

/** Gives what is queued among these tasks to the worker; the lease number of each. */
async function assignQueued(taskIds: readonly number[], worker: number): Promise<Map<number, number>> {
  await ctx.hotPool.query({
    ...CLAIM_STATEMENT,
    values: [
      taskIds,
      taskIds.map(() => worker),
      taskIds.map(() => EVENTS.assign.number),
      new Date(ctx.clock.nowMs()),
    ],
  });
  const { rows } = await ctx.pool.query<{ id: number; lease_no: number }>(
    "select id, lease_no from open_task where id = any($1)",
    [taskIds],
  );
  return new Map(rows.map((row) => [row.id, row.lease_no]));
}

/** Whether each of these tasks has its hold, and either both captures or the release (with or without content pay). */
async function linesOf(taskIds: readonly number[]): Promise<boolean> {
  const { rows } = await ctx.pool.query<{ codes: number[] }>(
    "select array_agg(code::int order by code) as codes from transfer where cause_id = any($1) group by cause_id",
    [taskIds],
  );
  const allowed = new Set(["2,3,4", "2,5", "2,5,6"]);
  return rows.length === taskIds.length && rows.every(({ codes }) => allowed.has(codes.join()));
}

test("a burst on a short balance, in two processes at once, is accepted for exactly what it pays for", async () => {
  const property = fc.asyncProperty(
    fc.nat({ max: 3_000 }),
    fc.integer({ min: 1, max: 40 }),
    within(20_000, async (amount: number, count: number) => {
      const accountId = await buildAccount(ctx, { amountMicros: amount });
      const accepted = await Promise.all(
        Array.from({ length: count }, (_, i) => {
          const one = i % 2 === 0 ? ctx : twin;
          return one.lanes.accept.push(acceptItem(one, { accountId, priceMicros: 200, shareMicros: 120 }));
        }),
      );
      const paidFor = Math.min(count, Math.floor(amount / 200));
      expect(accepted.filter((outcome) => outcome === "accepted")).toHaveLength(paidFor);
      expect(await getBalance(ctx, accountId)).toEqual({
        availableMicros: amount - paidFor * 200,
        heldMicros: paidFor * 200,
        pendingMicros: 0,
      });
    }),
  );
  await fc.assert(property, { numRuns: 15 });
}, 60_000);

test("of two captures of one hold in two processes one wins, and pays once", async () => {
  for (let round = 0; round < 10; round++) {
    const [id = 0] = await acceptedTasks(1);
    const worker = await buildAccount(ctx, { role: "worker" });
    await assignQueued([id], worker);
    const won = await Promise.all(
      [ctx, twin, ctx, twin].map((one) => settleOne(one, "answer_finally", { id, worker, leaseNo: 1 })),
    );
    expect(won.filter((settled) => settled !== null)).toHaveLength(1);
    expect((await getBalance(ctx, worker)).pendingMicros).toBe(120);
  }
});

test("a capture and a release of one hold in two processes: one wins", async () => {
  for (let round = 0; round < 10; round++) {
    const [id = 0] = await acceptedTasks(1);
    const worker = await buildAccount(ctx, { role: "worker" });
    await assignQueued([id], worker);
    const won = await Promise.all([
      settleOne(ctx, "answer_finally", { id, worker, leaseNo: 1 }),
      settleOne(twin, "report_content", { id, worker, leaseNo: 1 }),
    ]);
    expect(won.filter((settled) => settled !== null)).toHaveLength(1);
    expect(await linesOf([id])).toBe(true);
  }
});

test("two processes that submit for the same accounts at once neither deadlock nor overdraw", async () => {
  const accounts = await Promise.all(
    Array.from({ length: 8 }, () => buildAccount(ctx, { amountMicros: 1_000 })),
  );
  const accepted = await Promise.all(
    Array.from({ length: 160 }, (_, i) => {
      const one = i % 2 === 0 ? ctx : twin;
      const accountId = accounts[(i * 5) % accounts.length] ?? 0;
      return one.lanes.accept.push(acceptItem(one, { accountId, priceMicros: 200, shareMicros: 120 }));
    }),
  );
  expect(accepted.filter((outcome) => outcome === "accepted")).toHaveLength(8 * 5);
  const { rows } = await ctx.pool.query(
    "select deadlocks from pg_stat_database where datname = current_database()",
  );
  expect(rows).toEqual([{ deadlocks: 0 }]);
});

test("money that a refused task would have cost stays where it is", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 199 });
  expect(
    await ctx.lanes.accept.push(acceptItem(ctx, { accountId, priceMicros: 200, shareMicros: 120 })),
  ).toBe("zero_balance");
  expect(await getBalance(ctx, accountId)).toEqual({ availableMicros: 199, heldMicros: 0, pendingMicros: 0 });
});

test.each([
  ["available", "update account set available_micros = -1 where id = $1"],
  ["held", "update account set held_micros = -1 where id = $1"],
  ["pending", "update account set pending_micros = -1 where id = $1"],
])("the database refuses a negative %s balance", async (_, statement) => {
  const accountId = await buildAccount(ctx, {});
  await expect(ctx.pool.query(statement, [accountId])).rejects.toMatchObject({ code: "23514" });
});

test("a cause cannot make one line twice", async () => {
  const [id] = await acceptedTasks(1);
  await expect(
    ctx.pool.query(
      "insert into transfer select cause_id, line, code, debit_id, credit_id, micros from transfer where cause_id = $1",
      [id],
    ),
  ).rejects.toMatchObject({ code: "23505" });
});

test.each([0, -5])("a deposit of %d is refused and leaves no booking", async (amountMicros) => {
  const accountId = await buildAccount(ctx, {});
  await expect(bookDeposit(ctx, { accountId, amountMicros, reason: "none", bookedBy: null })).rejects.toThrow(
    RangeError,
  );
  const { rowCount } = await ctx.pool.query("select from booking where account_id = $1", [accountId]);
  expect(rowCount).toBe(0);
});

test("nobody but a customer gets a deposit", async () => {
  const worker = await buildAccount(ctx, { role: "worker" });
  for (const accountId of [1, worker, 2_000_000_000]) {
    expect(await bookDeposit(ctx, { accountId, amountMicros: 5, reason: "none", bookedBy: null })).toBeNull();
  }
});

test("reconciliation finds a balance that no transfer explains", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 70 });
  await ctx.pool.query("update account set available_micros = available_micros + 5 where id = $1", [
    accountId,
  ]);
  const proof = await reconcile(ctx.pool);
  await ctx.pool.query("update account set available_micros = available_micros - 5 where id = $1", [
    accountId,
  ]);
  expect(proof).toEqual([
    { check: "sum", subject: "all accounts", difference: 5 },
    { check: "balances", subject: `account ${accountId}`, difference: 5 },
  ]);
});

test("reconciliation finds a hold without its task", async () => {
  const [id] = await acceptedTasks(1);
  const { rows } = await ctx.pool.query("delete from open_task where id = $1 returning *", [id]);
  const proof = await reconcile(ctx.pool);
  await ctx.pool.query("insert into open_task select * from json_populate_record(null::open_task, $1)", [
    JSON.stringify(rows[0]),
  ]);
  expect(proof).toMatchObject([{ check: "holds", difference: 200 }]);
});
