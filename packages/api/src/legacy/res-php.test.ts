import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { buildAccount, buildApiKey, buildTask } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exchange, request } from "./testing/exchange";
import { type LegacyServer, startLegacyServer } from "./testing/legacy-server";

const database = useTestDatabase();
let server: LegacyServer;

beforeEach(async () => {
  server = await startLegacyServer(database.url);
});
afterEach(async () => {
  // Or the next test's worker would be handed what this one left in the queue.
  await server.ctx.pool.query("delete from open_task");
  await server.stop();
});

function get(query: string, key = server.key) {
  return exchange(server.port, request(`GET /res.php?key=${key}&${query}`));
}
const bodyOf = async (query: string, key?: string) => (await get(query, key)).body;

const newTask = () => buildTask(server.ctx, server.accountId);

/** A worker takes what is queued and does this with it. */
async function work(...acts: ({ act: "answer"; text: string } | { act: "report_content" })[]): Promise<void> {
  const workerId = await buildAccount(server.ctx, { role: "worker" });
  const worker = await WorkerSeat.open(server.ctx, workerId);
  await worker.next("hello");
  for (const act of acts) {
    const { task } = await worker.next("assign");
    const grace = act.act === "answer" ? ({ graceMs: 0 } as const) : {};
    const reply = await actOnTasks(server.ctx, workerId, [
      { taskId: task.taskId, leaseNo: task.leaseNo, ...act, ...grace },
    ]);
    expect(reply.results[0]?.outcome).toBe("done");
  }
  worker.close();
}

test("the answer's bytes of a task that is not solved yet", async () => {
  const taskId = await newTask();
  const limit = (left: number) =>
    `RateLimit-Limit: 1200\r\nRateLimit-Remaining: ${left}\r\nRateLimit-Reset: 600\r\n`;
  const head = "X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n";
  expect((await get(`action=get&id=${taskId}`)).bytes).toBe(
    `HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n${head}Content-Length: 16\r\n${limit(1_199)}Date: -\r\nConnection: close\r\n\r\nCAPCHA_NOT_READY`,
  );
  expect((await get(`action=get&id=${taskId}&json=1`)).bytes).toBe(
    `HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n${head}Content-Length: 41\r\n${limit(1_198)}Date: -\r\nConnection: close\r\n\r\n{"status":0,"request":"CAPCHA_NOT_READY"}`,
  );
});

test("an answer is read as it was typed, any number of times, by every key of the account", async () => {
  const taskId = await newTask();
  await work({ act: "answer", text: 'Ünï|"ERROR" ✓' });
  const secondKey = await buildApiKey(server.ctx, server.accountId);
  expect(await bodyOf(`action=get&id=${taskId}`)).toBe('OK|Ünï|"ERROR" ✓');
  const json = await get(`action=get&id=${taskId}&json=1`, secondKey);
  expect(json.body).toBe('{"status":1,"request":"Ünï|\\"ERROR\\" ✓"}');
  expect(json.headers["content-length"]).toBe(String(Buffer.byteLength(json.body)));
});

test("an unsolvable task says why in JSON", async () => {
  const taskId = await newTask();
  await work({ act: "report_content" });
  expect(await bodyOf(`action=get&id=${taskId}`)).toBe("ERROR_CAPTCHA_UNSOLVABLE");
  expect(await bodyOf(`action=get&id=${taskId}&json=1`)).toBe(
    '{"status":0,"request":"ERROR_CAPTCHA_UNSOLVABLE","error_text":"A worker reported its content. Nothing was charged."}',
  );
});

test("another account's task is not there", async () => {
  const taskId = await buildTask(server.ctx, await buildAccount(server.ctx, { amountMicros: 1_000 }));
  expect(await bodyOf(`action=get&id=${taskId}`)).toBe("ERROR_WRONG_CAPTCHA_ID");
});

test("a result is there until 24 hours after its submission", async () => {
  const taskId = await newTask();
  await work({ act: "answer", text: "abc" });
  server.clock.advance(86_390_000);
  expect(await bodyOf(`action=get&id=${taskId}`)).toBe("OK|abc");
  server.clock.advance(20_000);
  expect(await bodyOf(`action=get&id=${taskId}`)).toBe("ERROR_WRONG_CAPTCHA_ID");
});

test.each([
  ["action=get", "ERROR_WRONG_ID_FORMAT"],
  ["action=get&id=", "ERROR_WRONG_ID_FORMAT"],
  ["action=get&id=undefined", "ERROR_WRONG_ID_FORMAT"],
  ["action=get&id=12a", "ERROR_WRONG_ID_FORMAT"],
  ["action=get&id=-5", "ERROR_WRONG_ID_FORMAT"],
  ["action=get&id=1%00", "ERROR_WRONG_ID_FORMAT"],
  ["action=get&id[]=5", "ERROR_WRONG_ID_FORMAT"],
  ["action=get&id=1", "ERROR_WRONG_CAPTCHA_ID"],
  ["action=get&id=999", "ERROR_WRONG_CAPTCHA_ID"],
  ["action=get&id=9007199254740993", "ERROR_WRONG_CAPTCHA_ID"],
  [`action=get&id=${"9".repeat(30)}`, "ERROR_WRONG_CAPTCHA_ID"],
  [`action=get&ids=${"1,".repeat(100)}1`, "ERROR_WRONG_ID_FORMAT"],
  ["", "ERROR_EMPTY_ACTION"],
  ["action=", "ERROR_EMPTY_ACTION"],
  ["action=undefined", "ERROR_EMPTY_ACTION"],
  ["action=dance&id=1", "ERROR_EMPTY_ACTION"],
])("%s is answered with %s", async (query, code) => {
  expect(await bodyOf(query)).toBe(code);
});

test("an unknown action is named, and cannot break out of the JSON", async () => {
  const answer = JSON.parse(await bodyOf(`json=1&action=${encodeURIComponent('da"nce</script>')}`));
  expect(answer.error_text).toBe('There is no action "da"nce</script>" here.');
});

test("many ids give a word each, in their order", async () => {
  const answered = await newTask();
  await work({ act: "answer", text: "abc" });
  const unsolvable = await newTask();
  await work({ act: "report_content" });
  const open = await newTask();
  const query = `action=get&ids=${answered},${open},77,${unsolvable},x`;
  const words = "abc|CAPCHA_NOT_READY|ERROR_WRONG_CAPTCHA_ID|ERROR_CAPTCHA_UNSOLVABLE|ERROR_WRONG_CAPTCHA_ID";
  expect(await bodyOf(query)).toBe(words);
  expect(await bodyOf(`${query}&json=1`)).toBe(`{"status":1,"request":"${words}"}`);
});

test("the balance is what can still be spent, as a bare number", async () => {
  await newTask();
  expect(await bodyOf("action=getbalance")).toBe("0.9998");
  expect(await bodyOf("action=getbalance&json=1")).toBe('{"status":1,"request":"0.9998"}');
});

test("the same may be asked with a JSON body, with a number for the id", async () => {
  const taskId = await newTask();
  const body = JSON.stringify({ key: server.key, action: "get", id: taskId, json: 1 });
  const headers = { "Content-Type": "application/json" };
  const answer = await exchange(server.port, request("POST /res.php", headers, body));
  expect(answer.body).toBe('{"status":0,"request":"CAPCHA_NOT_READY"}');
});

test("a suspended account may still read", async () => {
  const taskId = await newTask();
  await server.ctx.pool.query("update account_profile set suspended_at = now() where account_id = $1", [
    server.accountId,
  ]);
  expect(await bodyOf(`action=get&id=${taskId}`)).toBe("CAPCHA_NOT_READY");
});

test("with wait= the answer comes as soon as it is there", async () => {
  const taskId = await newTask();
  const waiting = bodyOf(`action=get&id=${taskId}&wait=60`);
  await until(() => server.ctx.memory.waiting === 1);
  await work({ act: "answer", text: "abc" });
  expect(await waiting).toBe("OK|abc");
});

test("of an account's waiting requests the hundred and first is answered at once", async () => {
  const taskId = await newTask();
  await server.ctx.pool.query(
    `update account_profile set limit_overrides = '{"open_long_polls": 2}' where account_id = $1`,
    [server.accountId],
  );
  const waiting = [bodyOf(`action=get&id=${taskId}&wait=60`), bodyOf(`action=get&id=${taskId}&wait=60`)];
  let answered = 0;
  for (const one of waiting) void one.then(() => answered++);
  await until(() => server.ctx.memory.waiting === 1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await bodyOf(`action=get&id=${taskId}&wait=60`)).toBe("CAPCHA_NOT_READY");
  expect(answered).toBe(0);
  await work({ act: "answer", text: "abc" });
  expect(await Promise.all(waiting)).toEqual(["OK|abc", "OK|abc"]);
});

test("a server that stops answers those who wait", async () => {
  const taskId = await newTask();
  const waiting = bodyOf(`action=get&id=${taskId}&wait=60`);
  await until(() => server.ctx.memory.waiting === 1);
  await server.closeApp();
  expect(await waiting).toBe("CAPCHA_NOT_READY");
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
