import { expect, test } from "vitest";
import { InputCache } from "./input-cache";
import type { TaskInput } from "./task-inputs";

const KILOBYTE = 1_024;
const MEGABYTE = 1_024 * KILOBYTE;
const input = (bytes: number, fill = 0): TaskInput => ({
  bytes: Buffer.alloc(bytes, fill),
  mediaType: "image/png",
  widthPx: 10,
  heightPx: 10,
  moreFiles: [],
  params: {},
});

test.each([
  ["small ones", 100 * KILOBYTE],
  ["large ones", MEGABYTE],
])("the newest inputs are kept up to 64 MB, and the oldest go first: %s", (_name, bytes) => {
  const cache = new InputCache();
  const count = Math.ceil((100 * MEGABYTE) / bytes);
  for (let taskId = 1; taskId <= count; taskId++) cache.put(taskId, input(bytes));
  const kept = Array.from({ length: count }, (_, i) => i + 1).filter((taskId) => cache.get(taskId));
  expect(kept.length * bytes).toBeGreaterThan(55 * MEGABYTE);
  expect(kept.length * bytes).toBeLessThanOrEqual(64 * MEGABYTE);
  expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => count + 1 - kept.length + i));
});

test.each([
  ["small ones", 100 * KILOBYTE],
  ["large ones", MEGABYTE],
])("what is dropped makes room, so that what waits for long stays: %s", (_name, bytes) => {
  const cache = new InputCache();
  for (let taskId = 1; taskId <= 2_000; taskId++) {
    cache.put(taskId, input(bytes, taskId % 251));
    if (taskId > 10) cache.drop(taskId);
  }
  for (let taskId = 1; taskId <= 10; taskId++) expect(cache.get(taskId)?.bytes[bytes - 1]).toBe(taskId);
  expect(cache.get(11)).toBeUndefined();
});

test("nobody's bytes change when their memory is used anew", () => {
  const cache = new InputCache();
  cache.put(1, input(200 * KILOBYTE, 1));
  const held = cache.get(1);
  cache.drop(1);
  for (let taskId = 2; taskId <= 1_000; taskId++) {
    cache.put(taskId, input(200 * KILOBYTE, 2));
    cache.drop(taskId);
  }
  expect(held?.bytes.equals(Buffer.alloc(200 * KILOBYTE, 1))).toBe(true);
});

test("each task gets its own back, whatever the sizes and the order in which they end", () => {
  const cache = new InputCache();
  const open = new Map<number, number>();
  for (let taskId = 1; taskId <= 3_000; taskId++) {
    const bytes = (taskId * 7_919) % (300 * KILOBYTE);
    cache.put(taskId, input(bytes, taskId % 251));
    open.set(taskId, bytes);
    for (const ended of [taskId - 40, (taskId * 13) % 3_000]) if (open.delete(ended)) cache.drop(ended);
  }
  for (const [taskId, bytes] of open) {
    expect(cache.get(taskId)?.bytes.equals(Buffer.alloc(bytes, taskId % 251))).toBe(true);
  }
  expect(open.size).toBeGreaterThan(30);
});

test("a task without a file is kept with what was said of it, and put again it is what was put last", () => {
  const cache = new InputCache();
  cache.put(1, input(10, 1));
  cache.put(1, { ...input(0), mediaType: null, params: { question: "2 + 2?" } });
  expect(cache.get(1)).toMatchObject({ mediaType: null, params: { question: "2 + 2?" } });
  expect(cache.get(1)?.bytes).toHaveLength(0);
});
