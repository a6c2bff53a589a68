import { formatWireUsd } from "@sightline/contract/money";
import { TASK_KIND_NAMES } from "@sightline/contract/task-kinds";
import { tellWorkers } from "@sightline/domain/maintenance/keep-floor";
import { buildAccount, buildTask } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type JsonServer, startJsonServer } from "../json/testing/json-server";
import { exchange, request } from "../legacy/testing/exchange";
import { type LegacyServer, startLegacyServer } from "../legacy/testing/legacy-server";

const database = useTestDatabase();
let json: JsonServer;
let classic: LegacyServer;
let accountId: number;
let key: string;
let answeredId: number;
let queuedId: number;

beforeAll(async () => {
  json = await startJsonServer(database.url);
  classic = await startLegacyServer(database.url);
  ({ accountId, key } = await json.newCustomer());
  answeredId = await buildTask(json.ctx, accountId);
  json.clock.advance(3_000);
  await json.answer({ text: "W7K2P" });
  queuedId = await buildTask(json.ctx, accountId);
});
afterAll(async () => {
  await classic.stop();
  await json.stop();
});

const call = (method: string, values: object = {}) => json.call(`/${method}`, { clientKey: key, ...values });
const ask = async (query: string): Promise<string> =>
  (await exchange(classic.port, request(`GET /res.php?key=${key}&${query}`))).body;
const today = () => new Date(json.clock.nowMs()).toISOString().slice(0, 10);

test("a receipt tells cost, times and answers of a task, and not who answered it", async () => {
  const receipt = await call("getTaskReceipt", { taskId: answeredId });
  expect(receipt).toEqual({
    errorId: 0,
    kind: "image",
    state: "answered",
    reason: "",
    cost: "0.0002",
    paidFrom: "balance",
    submittedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    endedAt: expect.stringMatching(/Z$/),
    seconds: 3,
    answers: ["W7K2P"],
  });
  const { errorId: _none, ...said } = receipt;
  const id = String(answeredId);
  expect(JSON.parse(await ask(`action=receipt&id=${id}`))).toEqual({ id, ...said });
  expect(JSON.parse(await ask(`action=receipt&id=${id}&json=1`))).toEqual({
    status: 1,
    request: { id, ...said },
  });
});

test("an open task has a receipt without an end, a cost or an answer", async () => {
  expect(await call("getTaskReceipt", { taskId: String(queuedId) })).toMatchObject({
    state: "open",
    cost: "0",
    endedAt: null,
    seconds: null,
    answers: [],
  });
});

test("another account's task, and one past its time, has no receipt", async () => {
  const other = await json.newCustomer();
  expect(await json.call("/getTaskReceipt", { clientKey: other.key, taskId: answeredId })).toMatchObject({
    errorId: 16,
  });
  expect(await ask("action=receipt&id=999")).toBe("ERROR_WRONG_CAPTCHA_ID");
  expect(await ask("action=receipt&id=x")).toBe("ERROR_WRONG_ID_FORMAT");
});

test("queue statistics tell idle workers, load, and for each kind its queue, rate and mean time", async () => {
  const statistics = (await call("getQueueStats")) as unknown as { kinds: { kind: string }[] };
  expect(statistics).toMatchObject({ errorId: 0, idleWorkers: 0, loadPercent: 100 });
  expect(statistics.kinds.map(({ kind }) => kind)).toEqual(TASK_KIND_NAMES);
  const rate = formatWireUsd(json.ctx.prices.of("image").priceMicros * 1_000);
  expect(statistics.kinds[0]).toEqual({
    kind: "image",
    queued: 1,
    ratePerThousand: rate,
    meanSeconds: 3,
  });
  const { errorId: _none, ...said } = statistics as unknown as Record<string, unknown>;
  expect(JSON.parse(await ask("action=queuestats&json=1"))).toEqual({ status: 1, request: said });
});

test("workers at another process count, as it last said, and no more when it is gone", async () => {
  const busy = await WorkerSeat.open(classic.ctx, await buildAccount(classic.ctx, { role: "worker" }));
  await busy.next("assign");
  const idle = await WorkerSeat.open(classic.ctx, await buildAccount(classic.ctx, { role: "worker" }));
  await idle.next("hello");
  await tellWorkers.runOnce(classic.ctx);
  expect(await call("getQueueStats")).toMatchObject({ idleWorkers: 1, loadPercent: 50 });
  json.clock.advance(15_000);
  expect(await call("getQueueStats")).toMatchObject({ idleWorkers: 0, loadPercent: 100 });
  idle.close();
  busy.close();
});

test("spend statistics tell a day's answered tasks and money, by the hour and together", async () => {
  const spending = await call("getSpendingStats", { date: today() });
  expect(spending).toMatchObject({ errorId: 0, date: today(), answered: 1, spent: "0.0002" });
  expect(spending.hours).toEqual([{ hour: expect.any(Number), answered: 1, spent: "0.0002" }]);
  const { errorId: _none, ...said } = spending;
  expect(JSON.parse(await ask(`action=spendstats&date=${today()}`))).toEqual(said);
  expect(await call("getSpendingStats", { date: "yesterday" })).toMatchObject({ errorId: 110 });
  expect(await ask("action=spendstats&date=9999-99-99")).toBe("ERROR_BAD_PARAMETERS");
});
