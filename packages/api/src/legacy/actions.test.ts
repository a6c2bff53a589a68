import type { WorkAct } from "@sightline/contract/work";
import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { getBalance } from "@sightline/domain/ledger/get-balance";
import { reconcile } from "@sightline/domain/ledger/reconcile";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { createTask } from "@sightline/domain/tasks/create-task";
import { buildAccount, buildApiKey, buildSite, buildTask } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exchange, request } from "./testing/exchange";
import { type LegacyServer, startLegacyServer } from "./testing/legacy-server";
import { field, file, multipartBody } from "./testing/multipart";

const database = useTestDatabase();
let server: LegacyServer;

beforeEach(async () => {
  server = await startLegacyServer(database.url);
  await buildSite(server.ctx, server.accountId);
});
afterEach(async () => {
  // Or the next test's worker would be handed what this one left in the queue.
  await server.ctx.pool.query("delete from open_task");
  await server.stop();
});

const get = (query: string, key = server.key) =>
  exchange(server.port, request(`GET /res.php?key=${key}&${query}`));
const read = async (query: string, key?: string) => (await get(query, key)).body;
const newTask = () => buildTask(server.ctx, server.accountId);

async function newToken(): Promise<number> {
  const challenge = { pageUrl: "https://demo.test/", siteKey: "k" };
  const reply = await createTask(server.ctx, {
    accountId: server.accountId,
    kind: "recaptcha_v2",
    params: { challenge },
  });
  return reply.ok ? reply.taskId : 0;
}

type Answer = Pick<Extract<WorkAct, { act: "answer" }>, "text" | "solution">;
const token: Answer = { solution: { shape: "token", token: "03A", userAgent: "Agent/1" } };

/** A worker answers what is queued, in its order. Returns the worker's account. */
async function answer(...answers: Answer[]): Promise<number> {
  const workerId = await buildAccount(server.ctx, { role: "worker" });
  const worker = await WorkerSeat.open(server.ctx, workerId);
  await worker.next("hello");
  for (const given of answers) {
    const { task } = await worker.next("assign");
    const { taskId, leaseNo } = task;
    const acts: WorkAct[] = [{ act: "answer", taskId, leaseNo, graceMs: 0, ...given }];
    const reply = await actOnTasks(server.ctx, workerId, acts);
    expect(reply.results[0]?.outcome).toBe("done");
  }
  worker.close();
  return workerId;
}

async function solved(): Promise<number> {
  const taskId = await newTask();
  await answer({ text: "KX 482" });
  return taskId;
}

test("get2 tells what the task cost, and says the same as get before it is solved", async () => {
  const taskId = await newTask();
  expect(await read(`action=get2&id=${taskId}`)).toBe("CAPCHA_NOT_READY");
  await answer({ text: "KX 482" });
  expect(await read(`action=get2&id=${taskId}`)).toBe("OK|KX 482|0.0002");
  expect(await read(`action=get2&id=${taskId}&json=1`)).toBe(
    '{"status":1,"request":"KX 482","price":"0.0002"}',
  );
  expect(await read("action=get2&id=1")).toBe("ERROR_WRONG_CAPTCHA_ID");
  expect(await read("action=get2&id=x")).toBe("ERROR_WRONG_ID_FORMAT");
});

test("a report is recorded once, whatever the second one says", async () => {
  const [good, bad] = [await solved(), await solved()];
  expect(await read(`action=reportgood&id=${good}`)).toBe("OK_REPORT_RECORDED");
  expect(await read(`action=reportgood&id=${good}`)).toBe("ERROR_DUPLICATE_REPORT");
  expect(await read(`action=reportbad&id=${good}`)).toBe("ERROR_DUPLICATE_REPORT");
  expect(await read(`action=reportbad&id=${bad}&json=1`)).toBe('{"status":1,"request":"OK_REPORT_RECORDED"}');
  server.clock.advance(16 * 60_000);
  expect(await read(`action=reportbad&id=${bad}`)).toBe("ERROR_DUPLICATE_REPORT");
});

test("two reports at the same time are one report", async () => {
  const taskId = await solved();
  const words = await Promise.all(Array.from({ length: 8 }, () => read(`action=reportbad&id=${taskId}`)));
  expect(words.filter((word) => word === "OK_REPORT_RECORDED")).toHaveLength(1);
  expect(words.filter((word) => word === "ERROR_DUPLICATE_REPORT")).toHaveLength(7);
});

test("a report is taken until fifteen minutes after the submission, of an answered task of one's own", async () => {
  const taskId = await solved();
  const open = await newTask();
  expect(await read(`action=reportbad&id=${open}`)).toBe("ERROR_REPORT_NOT_RECORDED");
  expect(await read("action=reportbad&id=1")).toBe("ERROR_WRONG_CAPTCHA_ID");
  expect(await read("action=reportbad")).toBe("ERROR_WRONG_ID_FORMAT");
  const stranger = await buildApiKey(server.ctx, await buildAccount(server.ctx));
  expect(await read(`action=reportbad&id=${taskId}`, stranger)).toBe("ERROR_WRONG_CAPTCHA_ID");
  server.clock.advance(15 * 60_000 + 1_000);
  expect(JSON.parse(await read(`action=reportbad&id=${taskId}&json=1`))).toEqual({
    status: 0,
    request: "ERROR_REPORT_NOT_RECORDED",
    error_text: "More than 15 minutes have passed since the task was submitted.",
  });
});

test("a bad report of an image waits for a moderator and moves no money", async () => {
  const taskId = await solved();
  const before = await getBalance(server.ctx, server.accountId);
  await read(`action=reportbad&id=${taskId}`);
  expect(await getBalance(server.ctx, server.accountId)).toEqual(before);
  const { rows } = await server.ctx.pool.query("select verdict, state, kind from report where task_id = $1", [
    taskId,
  ]);
  expect(rows).toEqual([{ verdict: 2, state: 1, kind: 1 }]);
});

test("a bad report of a token brings the money back at once, and the worker keeps the pay", async () => {
  const taskId = await newToken();
  const workerId = await answer(token);
  expect((await getBalance(server.ctx, server.accountId)).availableMicros).toBe(1_000_000 - 350);
  expect(await read(`action=reportbad&id=${taskId}`)).toBe("OK_REPORT_RECORDED");
  expect((await getBalance(server.ctx, server.accountId)).availableMicros).toBe(1_000_000);
  expect((await getBalance(server.ctx, workerId)).pendingMicros).toBe(210);
  // The tasks that the test before left were thrown away with their holds.
  expect((await reconcile(server.ctx.pool)).filter(({ check }) => check !== "holds")).toEqual([]);
});

test("of ten tokens four may be reported bad, and not five", async () => {
  const ids: number[] = [];
  for (let i = 0; i < 10; i++) ids.push(await newToken());
  await answer(...ids.map(() => token));
  const words = [];
  for (const id of ids.slice(0, 5)) words.push(await read(`action=reportbad&id=${id}`));
  expect(words).toEqual([...Array(4).fill("OK_REPORT_RECORDED"), "ERROR_REPORT_NOT_RECORDED"]);
  expect(await read(`action=reportgood&id=${ids[5]}`)).toBe("OK_REPORT_RECORDED");
});

test("an account whose complaints were wrong too often is not heard any more", async () => {
  const insert = `insert into report (task_id, account_id, worker_id, kind, verdict, state, reported_at, decided_at)
    select n, $1, 1, 1, 2, case when n <= $2 then 3 else 2 end, now(), now() from generate_series(1, 10) n`;
  await server.ctx.pool.query(insert, [server.accountId, 4]);
  expect(await read(`action=reportbad&id=${await solved()}`)).toBe("OK_REPORT_RECORDED");
  await server.ctx.pool.query("update report set state = 3 where task_id = 5");
  expect(await read(`action=reportbad&id=${await solved()}`)).toBe("ERROR_REPORT_NOT_RECORDED");
  await server.ctx.pool.query("delete from report");
});

test("a task is cancelled while no worker holds it, uncharged", async () => {
  const taskId = await newTask();
  const stranger = await buildApiKey(server.ctx, await buildAccount(server.ctx));
  expect(await read(`action=cancel&id=${taskId}`, stranger)).toBe("ERROR_WRONG_CAPTCHA_ID");
  expect(await read(`action=cancel&id=${taskId}`)).toBe("OK_CANCELLED");
  expect(await read(`action=cancel&id=${taskId}`)).toBe("OK_CANCELLED");
  expect(JSON.parse(await read(`action=get&id=${taskId}&json=1`))).toMatchObject({
    request: "ERROR_CAPTCHA_UNSOLVABLE",
    error_text: "It was cancelled. Nothing was charged.",
  });
  expect((await getBalance(server.ctx, server.accountId)).availableMicros).toBe(1_000_000);
  expect(await read(`action=cancel&id=${await solved()}`)).toBe("ERROR_CANCEL_NOT_POSSIBLE");
});

test("a task in a worker's hands is not cancelled", async () => {
  const taskId = await newTask();
  const worker = await WorkerSeat.open(server.ctx, await buildAccount(server.ctx, { role: "worker" }));
  await worker.next("assign");
  expect(await read(`action=cancel&id=${taskId}`)).toBe("ERROR_CANCEL_NOT_POSSIBLE");
  worker.close();
});

test("getstats and load.php are small XML documents, whatever format is asked for", async () => {
  await solved();
  const date = new Date(server.clock.nowMs()).toISOString().slice(0, 10);
  const stats = await get(`action=getstats&date=${date}&json=1`);
  expect(stats.headers["content-type"]).toBe("text/xml; charset=utf-8");
  expect(stats.body).toMatch(/<stats><hour>\d+<\/hour><volume>1<\/volume><money>0.0002<\/money><\/stats>/);
  expect(await read("action=getstats&date=yesterday")).toBe("ERROR_BAD_PARAMETERS");
  const load = await exchange(server.port, request(`GET /load.php?key=${server.key}`));
  expect(load.body).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?><response><waiting>0<\/waiting><load>\d+<\/load><minbid>0.2<\/minbid>/,
  );
  expect((await exchange(server.port, request("GET /load.php?key=x"))).body).toBe("ERROR_WRONG_USER_KEY");
});

test("get_server_errors lists what in.php may say, to anybody", async () => {
  const ask = (json: string) => exchange(server.port, request(`GET /in.php?method=get_server_errors${json}`));
  const { body } = await ask("");
  expect(body.split("\n")).toContain(
    "ERROR_PAGEURL: pageurl is missing or is not an absolute http or https address. Send the page's full address.",
  );
  expect(body).not.toContain("ERROR_DUPLICATE_REPORT");
  const { status, request: codes } = JSON.parse((await ask("&json=1")).body);
  expect(status).toBe(1);
  expect(codes.ERROR_ZERO_BALANCE).toMatch(/Add funds/);
});

test("debug_dump shows query, body and files as PHP prints arrays, and then the answer", async () => {
  const png = encodePng({ noise: noise(600) });
  const body = multipartBody("b", [
    field("key", "short"),
    field("textinstructions", "ü".repeat(2_001)),
    file("file", "a.png", png, "image/png"),
  ]);
  const { headers, body: text } = await exchange(
    server.port,
    request("POST /in.php?debug_dump=1&json=1", { "Content-Type": "multipart/form-data; boundary=b" }, body),
  );
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(text).toBe(`array(2) {
  ["debug_dump"]=>
  string(1) "1"
  ["json"]=>
  string(1) "1"
}
array(2) {
  ["key"]=>
  string(5) "short"
  ["textinstructions"]=>
  string(4002) "${"ü".repeat(2_000)}"
}
array(1) {
  ["file"]=>
  array(3) {
    ["name"]=>
    string(5) "a.png"
    ["type"]=>
    string(9) "image/png"
    ["size"]=>
    int(${png.length})
  }
}
{"status":0,"request":"ERROR_WRONG_USER_KEY","error_text":"The key must be exactly 32 symbols. Check your API key."}`);
});

test("debug_dump works for every request to res.php and load.php too", async () => {
  const dumped =
    /^array\(4\) \{\n {2}\["key"\]=>\n[\s\S]*\}\narray\(0\) \{\n\}\narray\(0\) \{\n\}\nERROR_WRONG_CAPTCHA_ID$/;
  expect(await read("action=get&id=1&debug_dump=1")).toMatch(dumped);
  const load = await exchange(server.port, request("GET /load.php?key=<b>&debug_dump=1"));
  expect(load.headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(load.body).toContain('string(3) "<b>"');
});

test("headers tell how much of a limit is left, and when a ban ends", async () => {
  await server.ctx.pool.query("update account_profile set limit_overrides = $1 where account_id = $2", [
    { result_reads: 2 },
    server.accountId,
  ]);
  server.ctx.apiKeys.forget(server.accountId);
  expect((await get("action=getbalance")).headers).toMatchObject({
    "ratelimit-limit": "2",
    "ratelimit-remaining": "1",
    "ratelimit-reset": "600",
  });
  await get("action=getbalance");
  expect((await get("action=getbalance")).headers).toMatchObject({ "retry-after": "300" });
  server.clock.advance(100_000);
  expect((await get("action=getbalance")).headers).toMatchObject({ "retry-after": "200" });
});

test("callback hosts are registered, listed and removed", async () => {
  expect(await read("action=get_pingback")).toBe("OK|");
  expect(await read("action=add_pingback")).toBe("ERROR_BAD_PARAMETERS");
  expect(await read("action=del_pingback&addr=all")).toBe("OK");
});
