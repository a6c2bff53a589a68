import { expect, test } from "vitest";
import { type TaskInput, TaskInputs } from "./task-inputs";

const MEGABYTE = 1_048_576;
const input = (bytes: number): TaskInput => ({
  bytes: Buffer.alloc(bytes),
  mediaType: "image/png",
  widthPx: 10,
  heightPx: 10,
  moreFiles: [],
  params: {},
});

test("the newest inputs are kept up to 64 MB, and the oldest go first", () => {
  const inputs = new TaskInputs();
  for (let taskId = 1; taskId <= 100; taskId++) inputs.put(taskId, input(MEGABYTE));
  const kept = Array.from({ length: 100 }, (_, i) => i + 1).filter((taskId) => inputs.get(taskId));
  expect(kept.length).toBeGreaterThanOrEqual(59);
  expect(kept.length).toBeLessThanOrEqual(63);
  expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => 101 - kept.length + i));
});

test("what is dropped makes room", () => {
  const inputs = new TaskInputs();
  for (let taskId = 1; taskId <= 100; taskId++) {
    inputs.put(taskId, input(MEGABYTE));
    if (taskId > 10) inputs.drop(taskId);
  }
  expect(inputs.get(1)).toBeDefined();
  expect(inputs.get(11)).toBeUndefined();
});
