import { firstIdAt, ID_EPOCH_MS, idTimeMs } from "@sightline/db/task-id";
import { describe, expect, test } from "vitest";
import { type Candidate, FIT_MAX_MS, matchTasks, type Taker } from "./match-tasks";
import { fitOf } from "./worker-fit";

const NOW_MS = ID_EPOCH_MS + 1_000_000;
/** The id of a task that has waited this long. */
const idAged = (ageMs: number, seq = 0): number => firstIdAt(NOW_MS - ageMs) + seq;

const taker = (workerId: number, fields: Partial<Taker> = {}): Taker => ({
  workerId,
  idleSinceMs: 0,
  kinds: new Set([1]),
  ownKinds: new Set([1]),
  onlyOwn: false,
  skills: new Map(),
  languages: new Set(),
  favouredBy: new Set(),
  linked: new Set(),
  v3Score: null,
  ...fields,
});

const takers = (...workerIds: number[]): Taker[] =>
  workerIds.map((workerId, i) => taker(workerId, { idleSinceMs: i }));

const candidate = (taskId: number, triedBy: number[] | null = null): Candidate => ({
  taskId,
  kindNumber: 1,
  // Each of a customer of its own, so that nobody has to wait for their turn.
  accountId: 1_000 + taskId,
  triedBy,
  shareMicros: 120,
  onlyFor: null,
  language: null,
  minScore: null,
  doubt: null,
  gated: false,
});
const match = (candidates: Candidate[], idle: Taker[], busy: Taker[]) =>
  matchTasks(candidates, idle, busy, { nowMs: NOW_MS });

test("the worker who has been idle longest gets the oldest task", () => {
  expect(match([candidate(1), candidate(2)], takers(7, 5), takers())).toEqual([
    { taskId: 1, workerId: 7, event: "assign" },
    { taskId: 2, workerId: 5, event: "assign" },
  ]);
});

test("a busy worker gets nothing while an idle one could take it", () => {
  expect(match([candidate(1)], takers(7), takers(5))).toEqual([{ taskId: 1, workerId: 7, event: "assign" }]);
});

test("what is left over is reserved for busy workers, one each", () => {
  const candidates = [1, 2, 3, 4].map((id) => candidate(id));
  expect(match(candidates, takers(7), takers(5, 6))).toEqual([
    { taskId: 1, workerId: 7, event: "assign" },
    { taskId: 2, workerId: 5, event: "reserve" },
    { taskId: 3, workerId: 6, event: "reserve" },
  ]);
});

test("a worker does not get again what they have had; the next worker does", () => {
  expect(match([candidate(1, [7]), candidate(2)], takers(7, 5), takers())).toEqual([
    { taskId: 1, workerId: 5, event: "assign" },
    { taskId: 2, workerId: 7, event: "assign" },
  ]);
});

test("a task that every worker has had stays where it is", () => {
  expect(match([candidate(1, [7, 5])], takers(7), takers(5))).toEqual([]);
});

test("nobody is matched with nothing", () => {
  expect(match([], takers(7), takers(5))).toEqual([]);
  expect(match([candidate(1)], takers(), takers())).toEqual([]);
});

test("a task of a kind that a worker's screen cannot show goes to the next worker who can", () => {
  const audio = { ...candidate(1), kindNumber: 8 };
  const able = taker(9, { kinds: new Set([1, 8]) });
  expect(
    match([audio, candidate(2)], [...takers(7), able], []).toSorted((a, b) => a.workerId - b.workerId),
  ).toEqual([
    { taskId: 2, workerId: 7, event: "assign" },
    { taskId: 1, workerId: 9, event: "assign" },
  ]);
});

test("what pays more ranks like what has waited longer, within bounds", () => {
  const dear = { ...candidate(idAged(1_000)), shareMicros: 240 };
  const older = (ageMs: number) => candidate(idAged(ageMs, 1));
  const first = (ageMs: number) => match([dear, older(ageMs)], takers(7), [])[0]?.taskId;
  expect([first(4_000), first(6_000)]).toEqual([dear.taskId, older(6_000).taskId]);
});

test("customers take turns: a second task of one waits for the first of another", () => {
  const burst = [3_000, 2_900, 2_800].map((ageMs) => ({ ...candidate(idAged(ageMs)), accountId: 1 }));
  const late = { ...candidate(idAged(10)), accountId: 2 };
  const given = match([...burst, late], takers(7, 8), []).map(({ taskId }) => taskId);
  expect(given).toEqual([burst[0]?.taskId, late.taskId]);
});

test("what a customer has in hands already counts as turns taken", () => {
  const busyCustomer = { ...candidate(idAged(60_000)), accountId: 1 };
  const other = { ...candidate(idAged(10)), accountId: 2 };
  const held = new Map([[1, 1]]);
  const [first] = matchTasks([busyCustomer, other], takers(7), [], { nowMs: NOW_MS, held });
  expect(first?.taskId).toBe(other.taskId);
});

test("a customer's first choice gets this customer's task though others have been idle for longer", () => {
  const favourite = taker(9, { idleSinceMs: NOW_MS, favouredBy: new Set([1_001]) });
  expect(match([candidate(1)], [...takers(7), favourite], [])).toEqual([
    { taskId: 1, workerId: 9, event: "assign" },
  ]);
});

test("of two who are idle alike, the better one in this kind gets it", () => {
  const skilled = taker(8, { skills: new Map([[1, 0.98]]) });
  expect(match([candidate(1)], [taker(7, { skills: new Map([[1, 0.8]]) }), skilled], [])[0]?.workerId).toBe(
    8,
  );
});

describe("a task that takes several answers", () => {
  const skilled = (workerId: number, skill: number, idleMs = 0) =>
    taker(workerId, { skills: new Map([[1, skill]]), idleSinceMs: NOW_MS - idleMs });
  const given = (doubt: number[] | null, idle: Taker[], sated: number[] = []) =>
    matchTasks([{ ...candidate(1), doubt }], idle, [], { nowMs: NOW_MS, sated: new Set(sated) })[0]?.workerId;

  test.each([
    ["before the first answer", [], 12_000],
    ["when one reading is likely", [0.75], 6_000],
    ["when two stand against each other", [0.5, 0.45], 4_000],
    ["when hardly any doubt is left", [0.97], 1_000],
  ])(
    "%s goes to the worker whose answer tells most, unless another waits longer than that is worth",
    (_, doubt, worthMs) => {
      const good = skilled(7, 0.95);
      expect(given(doubt, [skilled(8, 0.75, worthMs * 0.8), good])).toBe(7);
      expect(given(doubt, [skilled(8, 0.75, worthMs * 1.2), good])).toBe(8);
    },
  );

  test("with two tasks for one worker, the better one takes the one with doubt left, the weaker one the other", () => {
    const clear = { ...candidate(1), doubt: [0.97, 0.01] };
    const doubtful = { ...candidate(2), doubt: [0.45, 0.4] };
    const taken = (skill: number) =>
      matchTasks([clear, doubtful], [skilled(7, skill)], [], { nowMs: NOW_MS })[0]?.taskId;
    expect([taken(0.97), taken(0.5)]).toEqual([2, 1]);
  });

  test("comes to whoever has had enough after everybody else, and still comes when there is nobody else", () => {
    const [best, worst] = [skilled(7, 0.99), skilled(8, 0.3)];
    expect(given([0.5], [best, worst])).toBe(7);
    expect(given([0.5], [best, worst], [7])).toBe(8);
    expect(given([0.5], [best], [7])).toBe(7);
    expect(given(null, [best, worst], [7])).toBe(7);
  });

  test("no pair fits better than the bound at which the search stops", () => {
    const everything = { languages: new Set(["ru"]), v3Score: 1 };
    for (const doubt of [
      null,
      [],
      [0.01],
      [0.5],
      [0.5, 0.5],
      [0.3, 0.3, 0.3],
      [0.9, 0.09],
      Array(9).fill(0.11),
    ])
      for (const skill of [0.1, 0.5, 0.9, 1])
        expect(
          fitOf({ ...candidate(1), doubt, language: "ru" }, { ...skilled(7, skill), ...everything }),
        ).toBeLessThanOrEqual(FIT_MAX_MS);
  });
});

test("a worker who has told us other languages comes after one who knows the task's", () => {
  const task = { ...candidate(1), language: "ru" };
  const speakers = [taker(7, { languages: new Set(["de"]) }), taker(8, { languages: new Set(["ru"]) })];
  expect(match([task], speakers, [])[0]?.workerId).toBe(8);
  expect(match([task], speakers.slice(0, 1), [])[0]?.workerId).toBe(7);
});

test("a least score is a bound where the worker's is known; without one the best score is preferred", () => {
  const low = taker(7, { v3Score: 0.3 });
  const high = taker(8, { v3Score: 0.9 });
  expect(match([{ ...candidate(1), minScore: 0.7 }], [low], [])).toEqual([]);
  expect(match([{ ...candidate(1), minScore: 0.7 }], [low, high], [])[0]?.workerId).toBe(8);
  expect(match([candidate(1)], [low, high], [])[0]?.workerId).toBe(8);
});

test("a worker gets nothing of an account they are linked with", () => {
  expect(match([candidate(1)], [taker(7, { linked: new Set([1_001]) })], [])).toEqual([]);
});

test("what is for one screen alone goes there and nowhere else, and a sandbox takes nothing else", () => {
  const own = { ...candidate(1), onlyFor: 9 };
  const sandbox = taker(9, { onlyOwn: true });
  expect(match([own, candidate(2)], [...takers(7), sandbox], [])).toEqual([
    { taskId: 1, workerId: 9, event: "assign" },
    { taskId: 2, workerId: 7, event: "assign" },
  ]);
  expect(match([own], takers(7), [])).toEqual([]);
  expect(match([candidate(2)], [sandbox], [])).toEqual([]);
});

test("a thousand workers who wake at once get a task each, and nobody two", () => {
  const tasks = Array.from({ length: 400 }, (_, i) => ({ ...candidate(idAged(1_000, i)), accountId: i % 7 }));
  const herd = takers(...Array.from({ length: 1_000 }, (_, i) => i + 1));
  const startMs = performance.now();
  const matches = match(tasks, herd, []);
  expect(performance.now() - startMs).toBeLessThan(1_000);
  expect(new Set(matches.map(({ taskId }) => taskId)).size).toBe(400);
  expect(new Set(matches.map(({ workerId }) => workerId)).size).toBe(400);
});

/**
 * Ninety simulated seconds with `workers` workers of three seconds a task. Customer 1 sends a burst; the others a task
 * each now and then. Returns how long the tasks of each customer waited.
 */
function simulate({
  workers,
  burst,
  others,
  everyMs,
}: Record<"workers" | "burst" | "others" | "everyMs", number>) {
  const startMs = NOW_MS;
  const busy = new Map<number, { untilMs: number; accountId: number }>();
  const waitsMs = new Map<number, number[]>();
  const gone = new Set<number>();
  let queue = Array.from({ length: burst }, (_, i) => ({
    ...candidate(firstIdAt(startMs) + i),
    accountId: 1,
  }));
  for (let nowMs = startMs; nowMs < startMs + 90_000; nowMs += 250) {
    for (let other = 2; other < 2 + others; other++) {
      if ((nowMs - startMs) % everyMs !== (other * 250) % everyMs) continue;
      queue.push({ ...candidate(firstIdAt(nowMs) + other), accountId: other });
    }
    for (const [worker, { untilMs }] of busy) if (untilMs <= nowMs) busy.delete(worker);
    const held = new Map<number, number>();
    for (const { accountId } of busy.values()) held.set(accountId, (held.get(accountId) ?? 0) + 1);
    const idle = Array.from({ length: workers }, (_, i) => i + 1).filter((worker) => !busy.has(worker));
    // As the read does: the oldest, and the first of each customer.
    const firsts = [...new Map(queue.toReversed().map((task) => [task.accountId, task])).values()];
    const read = [...new Set([...queue.slice(0, idle.length + 16), ...firsts])];
    for (const { taskId, workerId } of matchTasks(read, takers(...idle), [], { nowMs, held })) {
      const task = read.find((each) => each.taskId === taskId);
      if (!task) continue;
      gone.add(taskId);
      busy.set(workerId, { untilMs: nowMs + 3_000, accountId: task.accountId });
      waitsMs.set(task.accountId, [...(waitsMs.get(task.accountId) ?? []), nowMs - idTimeMs(taskId)]);
    }
    queue = queue.filter(({ taskId }) => !gone.has(taskId));
  }
  return waitsMs;
}

test("in the simulation a burst of ten thousand makes nobody else wait longer than one task takes", () => {
  const waitsMs = simulate({ workers: 10, burst: 10_000, others: 5, everyMs: 5_000 });
  const others = [2, 3, 4, 5, 6].flatMap((account) => waitsMs.get(account) ?? []);
  expect(others.length).toBeGreaterThan(80);
  expect(Math.max(...others)).toBeLessThanOrEqual(3_000);
  // Nor is the burst starved: the others' tasks take three of the ten workers.
  expect(waitsMs.get(1)?.length).toBeGreaterThan(150);
});

test("in the simulation forty customers with little to do do not starve the one with a burst", () => {
  const waitsMs = simulate({ workers: 10, burst: 500, others: 40, everyMs: 10_000 });
  const served = [...waitsMs.values()].map(({ length }) => length);
  expect(waitsMs.get(1)?.length).toBeGreaterThan(2);
  expect(served.length).toBe(41);
});

test("what is for one screen alone waits as long as the tasks of whose turn it is", () => {
  const old = { ...candidate(idAged(30_000)), accountId: 1_001 };
  const own = (ageMs: number) => ({ ...candidate(idAged(ageMs)), accountId: 5, onlyFor: 7 });
  const held = new Map([[1_001, 12]]);
  const first = (candidates: Candidate[]) =>
    matchTasks(candidates, takers(7), [], { nowMs: NOW_MS, held })[0]?.taskId;
  expect(first([old, own(1_000)])).toBe(old.taskId);
  expect(first([old, own(31_000)])).toBe(own(31_000).taskId);
});
