import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { setRecognition } from "@sightline/domain/quality/set-recognition";
import { setCrowdSettings } from "@sightline/domain/sandbox/set-crowd-settings";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { buildAccount } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { exchange, request } from "./testing/exchange";
import { type LegacyServer, startLegacyServer } from "./testing/legacy-server";

const database = useTestDatabase();
const BODY = encodePng({ noise: noise(600) }).toString("base64");
let server: LegacyServer;

beforeAll(async () => {
  server = await startLegacyServer(database.url);
});
afterEach(async () => {
  await server.ctx.pool.query("delete from open_task");
  await setRecognition(server.ctx, { accountId: server.accountId, kind: "image", rule: null });
});
afterAll(() => server.stop());

function submit(more: Record<string, string>): Promise<{ body: string }> {
  const body = JSON.stringify({ key: server.key, method: "base64", body: BODY, ...more });
  return exchange(server.port, request("POST /in.php", { "Content-Type": "application/json" }, body));
}

async function submitted(more: Record<string, string> = {}): Promise<string> {
  return (await submit(more)).body.replace("OK|", "");
}

const result = async (id: string, more = "") =>
  (await exchange(server.port, request(`GET /res.php?key=${server.key}&action=get&id=${id}&wait=1${more}`)))
    .body;

async function answer(text: string): Promise<void> {
  const workerId = await buildAccount(server.ctx, { role: "worker" });
  const worker = await WorkerSeat.open(server.ctx, workerId);
  await worker.next("hello");
  const { task } = await worker.next("assign");
  await actOnTasks(server.ctx, workerId, [
    { taskId: task.taskId, leaseNo: task.leaseNo, act: "answer", text, graceMs: 0 },
  ]);
  worker.close();
}

test("the confidence stands beside the answer in JSON and nowhere in text", async () => {
  const id = await submitted({ min_confidence: "0.95" });
  await answer("kx7h");
  await answer("kx7h");
  expect(await result(id)).toBe("OK|kx7h");
  expect(await result(id, "&json=1")).toMatch(/^\{"status":1,"request":"kx7h","confidence":"0\.9\d\d"\}$/);
});

test("who did not ask for a confidence gets none", async () => {
  const id = await submitted();
  await answer("kx7h");
  expect(await result(id, "&json=1")).toBe('{"status":1,"request":"kx7h"}');
});

test("too few who agree are ERROR_BAD_DUPLICATES, with words in JSON", async () => {
  const rule = { mode: "matches", answersMin: 2, answersMax: 2, matchesMin: 2 } as const;
  await setRecognition(server.ctx, { accountId: server.accountId, kind: "image", rule });
  const id = await submitted();
  await answer("aa");
  await answer("bb");
  expect(await result(id)).toBe("ERROR_BAD_DUPLICATES");
  expect(await result(id, "&json=1")).toBe(
    '{"status":0,"request":"ERROR_BAD_DUPLICATES","error_text":"The most answers were asked for and too few agreed. Nothing was charged. Send it again."}',
  );
});

test("a live challenge has no confidence", async () => {
  const body = `key=${server.key}&method=userrecaptcha&googlekey=6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI&pageurl=https://example.org/&min_confidence=0.9&json=1`;
  const reply = await exchange(server.port, request(`GET /in.php?${body}`));
  expect(reply.body).toContain("ERROR_BAD_PARAMETERS");
  expect(reply.body).toContain("min_confidence");
});

test("a sandbox has one reader, so several answers are ERROR_BAD_PARAMETERS there", async () => {
  const { ctx, accountId } = server;
  await setCrowdSettings(ctx, accountId, { sandbox: true });
  expect((await submit({ min_confidence: "0.95" })).body).toBe("ERROR_BAD_PARAMETERS");
  const rule = { mode: "matches", answersMin: 2, answersMax: 3, matchesMin: 2 } as const;
  await setRecognition(ctx, { accountId, kind: "image", rule });
  expect((await submit({})).body).toBe("ERROR_BAD_PARAMETERS");
  await setRecognition(ctx, { accountId, kind: "image", rule: null });
  await setCrowdSettings(ctx, accountId, { sandbox: false });
  expect((await submit({ min_confidence: "0.95" })).body).toMatch(/^OK\|/);
});
