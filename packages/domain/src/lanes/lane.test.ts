import { openPool, type Pool } from "@sightline/db/database";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Lane, type LaneOptions, LaneUnavailable } from "./lane";

const database = useTestDatabase();
let pool: Pool;

beforeAll(() => {
  pool = openPool(database.url, { max: 4, applicationName: "lane-test", plans: "fixed" });
});
afterAll(() => pool.end());

/** A lane whose statement doubles numbers, with the sizes of its batches. */
function doublingLane(options: Partial<LaneOptions<number, number>> = {}) {
  const batches: number[][] = [];
  const lane = new Lane<number, number>({
    name: "doubling",
    run: async (items) => {
      batches.push([...items]);
      const { rows } = await pool.query<{ doubled: number }>(
        "select 2 * n as doubled from unnest($1::int[]) with ordinality as i(n, ord) order by ord",
        [items],
      );
      return rows.map(({ doubled }) => doubled);
    },
    ...options,
  });
  return { lane, batches };
}

const pushAll = <T>(lane: Lane<number, T>, items: readonly number[]): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(items.map((item) => lane.push(item)));

test("what arrives together shares a statement, and each gets its own result", async () => {
  const { lane, batches } = doublingLane();
  expect(await Promise.all([1, 2, 3].map((n) => lane.push(n)))).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1, 2, 3]]);
});

test("what arrives while a batch runs forms the next one", async () => {
  const { lane, batches } = doublingLane();
  const first = lane.push(1);
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.all([first, lane.push(2), lane.push(3)]);
  expect(batches).toEqual([[1], [2, 3]]);
});

test("a batch holds at most its number of rows", async () => {
  const { lane, batches } = doublingLane({ maxRows: 2 });
  await pushAll(lane, [1, 2, 3, 4, 5]);
  expect(batches).toEqual([[1, 2], [3, 4], [5]]);
});

test("a batch holds at most its number of bytes, and an item that is larger goes alone", async () => {
  const { lane, batches } = doublingLane({ bytesOf: (n) => n, maxBytes: 10 });
  await pushAll(lane, [6, 4, 1, 50, 3]);
  expect(batches).toEqual([[6, 4], [1], [50], [3]]);
});

test("a full lane refuses at once, and says that nothing happened", async () => {
  const { lane } = doublingLane({ maxWaiting: 2 });
  const [one, two, three] = await pushAll(lane, [1, 2, 3]);
  expect([one?.status, two?.status]).toEqual(["fulfilled", "fulfilled"]);
  expect(three).toMatchObject({
    status: "rejected",
    reason: { name: "LaneUnavailable", mayHaveHappened: false },
  });
});

test("an item that the statement cannot bear fails alone", async () => {
  const { lane } = doublingLane({
    run: async (items) => {
      const { rows } = await pool.query<{ n: number }>("select 100 / n as n from unnest($1::int[]) as i(n)", [
        items,
      ]);
      return rows.map(({ n }) => n);
    },
  });
  const results = await pushAll(lane, [1, 0, 4]);
  expect(results).toMatchObject([
    { status: "fulfilled", value: 100 },
    { status: "rejected", reason: { code: "22012" } },
    { status: "fulfilled", value: 25 },
  ]);
});

test("an item that brings out a fault of the code fails alone", async () => {
  const { lane } = doublingLane({
    run: async (items) => items.map((n) => (n === 2 ? undefinedFunction() : n)),
  });
  const results = await pushAll(lane, [1, 2, 3]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

function undefinedFunction(): number {
  throw new TypeError("not a function");
}

test("a batch that lost a deadlock runs again as a whole", async () => {
  await pool.query("create table counter (id int primary key, n int not null)");
  await pool.query("insert into counter values (1, 0), (2, 0)");
  const other = await pool.connect();
  let runs = 0;
  const lane = new Lane<number, number>({
    name: "deadlocking",
    run: async (items) => {
      runs++;
      const client = await pool.connect();
      try {
        await client.query(
          "begin; set local deadlock_timeout = '10ms'; update counter set n = n + 1 where id = 1",
        );
        const theirs = runs === 1 ? other.query("update counter set n = n + 1 where id = 1; commit") : null;
        await client
          .query("update counter set n = n + 1 where id = 2; commit")
          .catch(async (error: unknown) => {
            await client.query("rollback");
            await theirs;
            throw error;
          });
        return [...items];
      } finally {
        client.release();
      }
    },
  });
  await other.query("begin; set local deadlock_timeout = '10s'; update counter set n = n + 1 where id = 2");
  expect(await Promise.all([lane.push(1), lane.push(2)])).toEqual([1, 2]);
  other.release();
  expect(runs).toBe(2);
  expect((await pool.query("select n from counter")).rows).toEqual([{ n: 2 }, { n: 2 }]);
});

test("after a lost connection what took effect is answered and only the rest runs again", async () => {
  const { lane, batches } = doublingLane();
  const cut = new Lane<number, number>({
    name: "cut",
    run: async (items) => {
      batches.push([...items]);
      if (batches.length === 1) await pool.query("select pg_terminate_backend(pg_backend_pid())");
      return items.map((n) => 2 * n);
    },
    afterUnknown: async (items) => items.map((n) => (n === 1 ? 20 : undefined)),
  });
  expect(await Promise.all([cut.push(1), cut.push(2)])).toEqual([20, 4]);
  expect(batches).toEqual([[1, 2], [2]]);
  expect(await lane.push(3)).toBe(6);
});

test("while the database is away callers are refused together after two seconds, and the lane goes on after", async () => {
  let away = true;
  const { lane } = doublingLane({
    maxRows: 10,
    run: async (items) => {
      const url = away ? "postgres://nobody@127.0.0.1:1/none" : database.url;
      const own = openPool(url, { max: 1, applicationName: "lane-test" });
      try {
        await own.query("select 1");
      } finally {
        await own.end();
      }
      return [...items];
    },
  });
  const startedMs = performance.now();
  const results = await pushAll(
    lane,
    Array.from({ length: 100 }, (_, i) => i),
  );
  expect(performance.now() - startedMs).toBeLessThan(3_000);
  const reasons = results.map((result) => (result.status === "rejected" ? result.reason : null));
  expect(reasons.every((reason) => reason instanceof LaneUnavailable)).toBe(true);
  expect(reasons.filter(({ mayHaveHappened }) => mayHaveHappened)).toHaveLength(10);
  away = false;
  expect(await lane.push(7)).toBe(7);
});
