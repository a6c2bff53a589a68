import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { setRecognition } from "@sightline/domain/quality/set-recognition";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type JsonServer, startJsonServer } from "./testing/json-server";

const database = useTestDatabase();
const BODY = encodePng({ noise: noise(600) }).toString("base64");
let server: JsonServer;
let key: string;
let accountId: number;

beforeEach(async () => {
  server = await startJsonServer(database.url);
  ({ key, accountId } = await server.newCustomer());
});
afterEach(async () => {
  await server.ctx.pool.query("delete from open_task");
  await server.stop();
});

const call = (method: string, more: Record<string, unknown>) =>
  server.call(`/${method}`, { clientKey: key, ...more });

async function createImage(
  task: Record<string, unknown> = {},
  beside: Record<string, unknown> = {},
): Promise<number> {
  const reply = await call("createTask", {
    task: { type: "ImageToTextTask", body: BODY, ...task },
    ...beside,
  });
  expect(reply).toMatchObject({ errorId: 0 });
  return reply.taskId as number;
}

async function answerAll(...texts: string[]): Promise<void> {
  for (const text of texts) await server.answer({ text });
}

test.each([
  ["in the task", { minConfidence: 0.95 }, {}],
  ["beside it", {}, { minConfidence: "0.95" }],
])(
  "a confidence asked for %s comes with the solution, and the cost of both answers",
  async (_, task, beside) => {
    const taskId = await createImage(task, beside);
    await server.answer({ text: "kx7h" });
    expect(await call("getTaskResult", { taskId })).toEqual({ errorId: 0, status: "processing" });
    await server.answer({ text: "kx7h" });
    const result = await call("getTaskResult", { taskId, wait: 1 });
    expect(result).toMatchObject({ status: "ready", cost: "0.0004", solveCount: 2 });
    const { text, confidence } = result.solution as { text: string; confidence: number };
    expect(text).toBe("kx7h");
    expect(confidence).toBeGreaterThanOrEqual(0.95);
    expect(confidence).toBeLessThan(1);
  },
);

test("100 % recognition of the account asks until enough agree, and tells no confidence", async () => {
  const rule = { mode: "matches", answersMin: 2, answersMax: 3, matchesMin: 2 } as const;
  await setRecognition(server.ctx, { accountId, kind: "image", rule });
  const taskId = await createImage();
  await answerAll("kx7h", "other", "KX7H");
  expect(await call("getTaskResult", { taskId, wait: 1 })).toMatchObject({
    status: "ready",
    solution: { text: "kx7h" },
    cost: "0.0006",
    solveCount: 3,
  });
});

test("where capitals count they must agree too", async () => {
  const rule = { mode: "matches", answersMin: 2, answersMax: 2, matchesMin: 2 } as const;
  await setRecognition(server.ctx, { accountId, kind: "image", rule });
  const taskId = await createImage({ case: true });
  await answerAll("kx7h", "KX7H");
  expect(await call("getTaskResult", { taskId, wait: 1 })).toMatchObject({
    errorId: 13,
    errorCode: "ERROR_BAD_DUPLICATES",
  });
  expect(await call("getBalance", {})).toMatchObject({ balance: 1 });
});

test("a setting that is taken away again means one answer", async () => {
  const rule = { mode: "confidence", answersMin: 1, answersMax: 3, confidenceMin: 0.9 } as const;
  await setRecognition(server.ctx, { accountId, kind: "image", rule });
  await setRecognition(server.ctx, { accountId, kind: "image", rule: null });
  const taskId = await createImage();
  await server.answer({ text: "kx7h" });
  expect(await call("getTaskResult", { taskId, wait: 1 })).toMatchObject({
    solution: { text: "kx7h" },
    solveCount: 1,
  });
});

test.each([1, 0.4, "often"])("a confidence of %s is refused by its name here", async (minConfidence) => {
  const reply = await call("createTask", { task: { type: "ImageToTextTask", body: BODY, minConfidence } });
  expect(reply).toEqual({
    errorId: 110,
    errorCode: "ERROR_BAD_PARAMETERS",
    errorDescription: "minConfidence must be a number from 0.5 to 0.999.",
  });
});

test("a balance that covers one answer but not the most is a zero balance", async () => {
  ({ key } = await server.newCustomer(999));
  const reply = await call("createTask", {
    task: { type: "ImageToTextTask", body: BODY, minConfidence: 0.9 },
  });
  expect(reply).toMatchObject({ errorCode: "ERROR_ZERO_BALANCE" });
});
