import { expect, test } from "vitest";
import { type Candidate, matchTasks, type Taker } from "./match-tasks";

const takers = (...workerIds: number[]): Taker[] =>
  workerIds.map((workerId) => ({ workerId, kinds: new Set([1]) }));

const candidate = (taskId: number, triedBy: number[] | null = null): Candidate => ({
  taskId,
  kindNumber: 1,
  accountId: 1_000,
  triedBy,
});

test("the worker who has been idle longest gets the oldest task", () => {
  expect(matchTasks([candidate(1), candidate(2)], takers(7, 5), takers())).toEqual([
    { taskId: 1, workerId: 7, event: "assign" },
    { taskId: 2, workerId: 5, event: "assign" },
  ]);
});

test("a busy worker gets nothing while an idle one could take it", () => {
  expect(matchTasks([candidate(1)], takers(7), takers(5))).toEqual([
    { taskId: 1, workerId: 7, event: "assign" },
  ]);
});

test("what is left over is reserved for busy workers, one each", () => {
  const candidates = [1, 2, 3, 4].map((id) => candidate(id));
  expect(matchTasks(candidates, takers(7), takers(5, 6))).toEqual([
    { taskId: 1, workerId: 7, event: "assign" },
    { taskId: 2, workerId: 5, event: "reserve" },
    { taskId: 3, workerId: 6, event: "reserve" },
  ]);
});

test("a worker does not get again what they have had; the next worker does", () => {
  expect(matchTasks([candidate(1, [7]), candidate(2)], takers(7, 5), takers())).toEqual([
    { taskId: 2, workerId: 7, event: "assign" },
    { taskId: 1, workerId: 5, event: "assign" },
  ]);
});

test("a task that every worker has had stays where it is", () => {
  expect(matchTasks([candidate(1, [7, 5])], takers(7), takers(5))).toEqual([]);
});

test("nobody is matched with nothing", () => {
  expect(matchTasks([], takers(7), takers(5))).toEqual([]);
  expect(matchTasks([candidate(1)], takers(), takers())).toEqual([]);
});

test("a task of a kind that a worker's screen cannot show goes to the next worker who can", () => {
  const audio = { ...candidate(1), kindNumber: 8 };
  const able = { workerId: 9, kinds: new Set([1, 8]) };
  expect(matchTasks([audio, candidate(2)], [...takers(7), able], [])).toEqual([
    { taskId: 2, workerId: 7, event: "assign" },
    { taskId: 1, workerId: 9, event: "assign" },
  ]);
});
