import { LIMITS } from "@sightline/contract/limits";
import { getBalance } from "@sightline/domain/ledger/get-balance";
import { reconcile } from "@sightline/domain/ledger/reconcile";
import { answerTestTasks } from "@sightline/domain/test-mode/answer-test-tasks";
import { giveTestKey } from "@sightline/domain/test-mode/give-test-key";
import { buildAccount, buildTask } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GRID, SCENE, SOUND, TURNED, WORD } from "../docs/sample-files";
import { useTestApp } from "../testing/test-app";
import { TEST_PICTURES } from "./test-pictures";

const app = useTestApp();
let key: string;
let accountId: number;
let worker: WorkerSeat;

beforeAll(async () => {
  accountId = await buildAccount(app.ctx, { amountMicros: 1_000 });
  ({ key } = await giveTestKey(app.ctx, accountId));
  worker = await WorkerSeat.open(app.ctx, await buildAccount(app.ctx, { role: "worker" }));
});
afterAll(async () => {
  expect(
    worker.seen.some(({ type }) => type === "assign"),
    "no worker was ever asked",
  ).toBe(false);
  worker.close();
  expect(await getBalance(app.ctx, accountId)).toMatchObject({ availableMicros: 1_000, heldMicros: 0 });
  expect(await reconcile(app.ctx.pool)).toEqual([]);
});

async function send(fields: Record<string, string>, files: Record<string, Buffer> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ key, json: "1", ...fields })) body.set(name, value);
  for (const [name, bytes] of Object.entries(files)) {
    body.set(name, new Blob([new Uint8Array(bytes)]), "picture.png");
  }
  const response = await fetch(`${app.origin}/in.php`, { method: "POST", body });
  const reply = (await response.json()) as { status: number; request: string; error_text?: string };
  return { ...reply, notice: response.headers.get("sightline-notice") };
}

const isLimit = (code: string) => Object.values(LIMITS).some((limit) => limit.code === code);

async function read(id: string, action = "get") {
  const query = new URLSearchParams({ key, action, id, json: "1" });
  const reply = await fetch(`${app.origin}/res.php?${query.toString()}`);
  return ((await reply.json()) as { request: unknown }).request;
}

/** What a task that was accepted ends with. The clock passes the second that it takes; unreadable takes three turns. */
async function resultOf(sent: { status: number; request: string; error_text?: string }) {
  expect(sent.status, `${sent.request} ${sent.error_text}`).toBe(1);
  expect(await read(sent.request)).toBe("CAPCHA_NOT_READY");
  app.clock.advance(1_001);
  for (let turn = 0; turn < 3; turn++) await answerTestTasks(app.ctx);
  return read(sent.request);
}

test("an account has one test key, shown as often as its owner asks", async () => {
  expect(key).toMatch(/^7e57[0-9a-f]{28}$/);
  const again = await Promise.all([giveTestKey(app.ctx, accountId), giveTestKey(app.ctx, accountId)]);
  expect(again).toEqual([{ key }, { key }]);
});

test("the samples of the documentation get the answer that is to be seen on them", async () => {
  expect(await resultOf(await send({ method: "post" }, { file: WORD.bytes }))).toBe("W7K2P");
  expect(
    await resultOf(
      await send({ method: "post", recaptcha: "1", textinstructions: "circles" }, { file: GRID.bytes }),
    ),
  ).toBe("click:3/8");
  expect(await resultOf(await send({ method: "rotatecaptcha" }, { file_1: TURNED.bytes }))).toBe("40");
  const body = SOUND.bytes.toString("base64");
  expect(await resultOf(await send({ method: "audio", lang: "en", body }))).toBe("silence");
});

test("anything else gets the same answer each time, within the hints", async () => {
  const scene = { file: SCENE.bytes };
  expect(await resultOf(await send({ method: "post" }, scene))).toBe("test");
  expect(await resultOf(await send({ method: "post", numeric: "1", min_len: "6" }, scene))).toBe("123456");
  expect(await resultOf(await send({ method: "post", numeric: "4", max_len: "3" }, scene))).toBe("t3s");
  expect(await resultOf(await send({ textcaptcha: "What is two and three?" }))).toBe("test");
  expect(await resultOf(await send({ method: "post", coordinatescaptcha: "1" }, scene))).toEqual([
    { x: "150", y: "100" },
  ]);
});

test.each(TEST_PICTURES.filter(({ ends }) => ends === null))(
  "$name is refused with $code",
  async (picture) => {
    const reply = await send({ method: "post" }, { file: picture.bytes });
    expect(reply).toMatchObject({ status: 0, request: picture.code });
    // What a limit says takes the place of notices.
    if (!isLimit(picture.code)) expect(reply.notice).toContain("test key");
  },
);

test.each(TEST_PICTURES.filter(({ ends }) => ends !== null))("$name ends with $code", async (picture) => {
  app.clock.advance(10_000);
  expect(await resultOf(await send({ method: "post" }, { file: picture.bytes }))).toBe(picture.code);
});

test("a question that is a code makes that error", async () => {
  expect(await send({ textcaptcha: "ERROR_ZERO_BALANCE" })).toMatchObject({ request: "ERROR_ZERO_BALANCE" });
});

test("the JSON API does the same", async () => {
  const call = async (path: string, body: object) =>
    (await fetch(`${app.origin}${path}`, { method: "POST", body: JSON.stringify(body) })).json() as Promise<
      Record<string, unknown>
    >;
  const task = { type: "ImageToTextTask", body: WORD.bytes.toString("base64") };
  const { taskId } = await call("/createTask", { clientKey: key, task });
  app.clock.advance(1_001);
  await answerTestTasks(app.ctx);
  expect(await call("/getTaskResult", { clientKey: key, taskId })).toMatchObject({
    status: "ready",
    solution: { text: "W7K2P" },
    cost: "0",
  });
  const [picture] = TEST_PICTURES.filter(({ code }) => code === "ERROR_ZERO_BALANCE");
  const refused = { type: "ImageToTextTask", body: picture?.bytes.toString("base64") };
  expect(await call("/createTask", { clientKey: key, task: refused })).toMatchObject({
    errorId: 10,
    errorCode: "ERROR_ZERO_BALANCE",
  });
});

test("a wrong request is refused by a test key as by any other", async () => {
  expect(await send({ method: "post" }, { file: Buffer.from("short") })).toMatchObject({
    request: "ERROR_ZERO_CAPTCHA_FILESIZE",
  });
  const challenge = { method: "hcaptcha", sitekey: "10000000-0000-4000-8000-000000000002" };
  expect(await send({ ...challenge, pageurl: "https://somebody.example/" })).toMatchObject({
    request: "ERROR_DOMAIN_NOT_ALLOWED",
  });
});

test("reports of test tasks are taken and forgotten", async () => {
  const sent = await send({ method: "post" }, { file: WORD.bytes });
  await resultOf(sent);
  expect(await read(sent.request, "reportbad")).toBe("OK_REPORT_RECORDED");
  const { rowCount } = await app.ctx.pool.query("select from report");
  expect(rowCount).toBe(0);
});

test("the same pictures by another key are work for people", async () => {
  const other = await buildAccount(app.ctx, { amountMicros: 1_000 });
  const taskId = await buildTask(app.ctx, other);
  app.clock.advance(1_001);
  await answerTestTasks(app.ctx);
  const { rows } = await app.ctx.pool.query("select only_for from open_task where id = $1", [taskId]);
  expect(rows).toEqual([{ only_for: null }]);
  worker.seen.length = 0;
});
