import type { Solution } from "@sightline/contract/answers";
import type { TaskKind } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { createTask } from "@sightline/domain/tasks/create-task";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type JsonServer, startJsonServer } from "./testing/json-server";

const database = useTestDatabase();
const PNG = encodePng({ noise: noise(600) });
let server: JsonServer;
let key: string;
let accountId: number;

beforeEach(async () => {
  server = await startJsonServer(database.url);
  ({ key, accountId } = await server.newCustomer());
});
afterEach(async () => {
  // Or the next test's worker would be handed what this one left in the queue.
  await server.ctx.pool.query("delete from open_task");
  await server.stop();
});

async function newTask(kind: TaskKind = "image", params: TaskParams = {}): Promise<number> {
  const file = { bytes: PNG, mediaType: "image/png", widthPx: 500, heightPx: 500 } as const;
  const reply = await createTask(server.ctx, {
    accountId,
    kind,
    file,
    params,
    sender: "::ffff:198.51.100.7",
  });
  if (!reply.ok) throw new Error(reply.code);
  return reply.taskId;
}
const call = (method: string, more: Record<string, unknown> = {}) =>
  server.call(`/${method}`, { clientKey: key, ...more });
const token = { shape: "token", token: "tok", userAgent: "UA" } as const;
const PLACES = [
  { x: 358, y: 268 },
  { x: 1, y: 2 },
];
const BOX = { xMin: 310, xMax: 385, yMin: 231, yMax: 308 };
const BOTH = { gRecaptchaResponse: "tok", token: "tok" };
const LISTS = { coordinateLists: true } as const;
const ANSWERS: [kind: TaskKind, params: TaskParams, given: string | Solution, solution: unknown][] = [
  ["image", {}, 'Ünï|"ERROR" ✓', { text: 'Ünï|"ERROR" ✓' }],
  ["text", { question: "?" }, "four", { text: "four" }],
  ["audio", { lang: "en" }, "abc", { text: "abc" }],
  ["grid", { rows: 3, cols: 3 }, { shape: "cells", cells: [9, 3, 8] }, { click: [3, 8, 9] }],
  ["grid", { canNoAnswer: true }, { shape: "none" }, { click: "No_matching_images" }],
  ["points", {}, { shape: "points", points: PLACES }, { coordinates: PLACES }],
  [
    "points",
    LISTS,
    { shape: "points", points: PLACES },
    {
      coordinates: [
        [358, 268],
        [1, 2],
      ],
    },
  ],
  [
    "draw",
    {},
    { shape: "areas", areas: [[...PLACES, { x: 5, y: 5 }]] },
    { canvas: [[...PLACES, { x: 5, y: 5 }]] },
  ],
  ["box", {}, { shape: "boxes", boxes: [BOX] }, { bounding_boxes: [BOX] }],
  ["box", { canNoAnswer: true }, { shape: "none" }, { bounding_boxes: [] }],
  ["box", LISTS, { shape: "boxes", boxes: [BOX] }, { coordinates: [[310, 231, 385, 308]] }],
  ["rotate", {}, { shape: "angles", angles: [180] }, { rotate: 180 }],
  ["recaptcha_v2", {}, token, BOTH],
  ["recaptcha_v3", {}, token, BOTH],
  ["hcaptcha", {}, { ...token, respKey: "r" }, { ...BOTH, respKey: "r", userAgent: "UA" }],
  ["funcaptcha", {}, token, { token: "tok", userAgent: "UA" }],
];

test.each(ANSWERS)(
  "an answered %s task %j holds the documented keys and no others",
  async (kind, params, given, solution) => {
    const taskId = await newTask(kind, params);
    const startedAt = Math.floor(server.clock.nowMs() / 1_000);
    expect(await call("getTaskResult", { taskId })).toEqual({ errorId: 0, status: "processing" });
    server.clock.advance(3_000);
    await server.answer(typeof given === "string" ? { text: given } : { solution: given });
    const price = server.ctx.prices.of(kind).priceMicros / 1e6;
    const ready = {
      errorId: 0,
      status: "ready",
      solution,
      cost: String(price.toFixed(6)).replace(/0+$/, ""),
      ip: "198.51.100.7",
      createTime: startedAt,
      endTime: startedAt + 3,
      solveCount: 1,
    };
    expect(await call("getTaskResult", { taskId })).toEqual(ready);
    expect(await call("getTaskResult", { taskId: String(taskId) })).toEqual(ready);
  },
);

test("an unsolvable task is an error that says why, and has no status", async () => {
  const taskId = await newTask();
  await server.reportContent();
  expect(await call("getTaskResult", { taskId })).toEqual({
    errorId: 12,
    errorCode: "ERROR_CAPTCHA_UNSOLVABLE",
    errorDescription: "A worker reported its content. Nothing was charged.",
  });
});

test.each([
  ["the body", "", { wait: 60 }],
  ["the address", "?wait=60", {}],
])("with wait in %s the answer comes as soon as it is there", async (_where, query, more) => {
  const taskId = await newTask();
  const waiting = call(`getTaskResult${query}`, { taskId, ...more });
  await until(() => server.ctx.memory.waiting === 1);
  await server.answer({ text: "abc" });
  expect(await waiting).toMatchObject({ status: "ready", solution: { text: "abc" } });
});

test("a server that stops answers those who wait", async () => {
  const taskId = await newTask();
  const waiting = call("getTaskResult", { taskId, wait: 60 });
  await until(() => server.ctx.memory.waiting === 1);
  await server.closeApp();
  expect(await waiting).toEqual({ errorId: 0, status: "processing" });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
