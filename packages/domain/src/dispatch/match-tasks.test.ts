import { expect, test } from "vitest";
import { type Candidate, matchTasks } from "./match-tasks";

const candidate = (taskId: number, triedBy: number[] | null = null): Candidate => ({
  taskId,
  kindNumber: 1,
  accountId: 1_000,
  triedBy,
});

test("the worker who has been idle longest gets the oldest task", () => {
  expect(matchTasks([candidate(1), candidate(2)], [7, 5], [])).toEqual([
    { taskId: 1, workerId: 7, event: "assign" },
    { taskId: 2, workerId: 5, event: "assign" },
  ]);
});

test("a busy worker gets nothing while an idle one could take it", () => {
  expect(matchTasks([candidate(1)], [7], [5])).toEqual([{ taskId: 1, workerId: 7, event: "assign" }]);
});

test("what is left over is reserved for busy workers, one each", () => {
  const candidates = [1, 2, 3, 4].map((id) => candidate(id));
  expect(matchTasks(candidates, [7], [5, 6])).toEqual([
    { taskId: 1, workerId: 7, event: "assign" },
    { taskId: 2, workerId: 5, event: "reserve" },
    { taskId: 3, workerId: 6, event: "reserve" },
  ]);
});

test("a worker does not get again what they have had; the next worker does", () => {
  expect(matchTasks([candidate(1, [7]), candidate(2)], [7, 5], [])).toEqual([
    { taskId: 2, workerId: 7, event: "assign" },
    { taskId: 1, workerId: 5, event: "assign" },
  ]);
});

test("a task that every worker has had stays where it is", () => {
  expect(matchTasks([candidate(1, [7, 5])], [7], [5])).toEqual([]);
});

test("nobody is matched with nothing", () => {
  expect(matchTasks([], [7], [5])).toEqual([]);
  expect(matchTasks([candidate(1)], [], [])).toEqual([]);
});
