import type { Solution } from "@sightline/contract/answers";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { buildAccount, buildApiKey } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type JsonServer, startJsonServer } from "../json/testing/json-server";
import { exchange, request } from "../legacy/testing/exchange";
import { type LegacyServer, startLegacyServer } from "../legacy/testing/legacy-server";

/** The keys that vendors publish for tests guard nothing: they are taken for any page, from an account without a site. */
const database = useTestDatabase();
const GOOGLE = "6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI";
const HCAPTCHA = [
  "10000000-ffff-ffff-ffff-000000000001",
  "20000000-ffff-ffff-ffff-000000000002",
  "30000000-ffff-ffff-ffff-000000000003",
];
const PAGE = "https://nobody.example/login";
let classic: LegacyServer;
let json: JsonServer;
let key: string;
let worker: WorkerSeat;
let workerId: number;

beforeAll(async () => {
  classic = await startLegacyServer(database.url);
  json = await startJsonServer(database.url);
  workerId = await buildAccount(classic.ctx, { role: "worker" });
  worker = await WorkerSeat.open(classic.ctx, workerId);
  await worker.next("hello");
});
beforeEach(async () => {
  key = await buildApiKey(classic.ctx, await buildAccount(classic.ctx, { amountMicros: 1_000_000 }));
});
afterAll(async () => {
  worker.close();
  await json.stop();
  await classic.stop();
});

async function v1(values: Record<string, unknown>): Promise<string> {
  const body = JSON.stringify({ key, pageurl: PAGE, ...values });
  const headers = { "Content-Type": "application/json" };
  return (await exchange(classic.port, request("POST /in.php", headers, body))).body;
}
const v2 = (task: Record<string, unknown>) =>
  json.call("/createTask", { clientKey: key, task: { websiteURL: PAGE, ...task } });
const res = async (taskId: string) =>
  (await exchange(classic.port, request(`GET /res.php?key=${key}&action=get&id=${taskId}&json=1&wait=5`)))
    .body;

/** The worker solves what comes next, as the screen would. */
async function solve(solution: Partial<Extract<Solution, { shape: "token" }>> = {}): Promise<void> {
  const { taskId, leaseNo } = (await worker.next("assign")).task;
  const token: Solution = { shape: "token", token: "P1_x", userAgent: "Agent/1", ...solution };
  await actOnTasks(classic.ctx, workerId, [{ act: "answer", taskId, leaseNo, solution: token, graceMs: 0 }]);
}

test("reCAPTCHA's test key is solved for a page that nobody has verified, in both protocols", async () => {
  const sent = await v1({ method: "userrecaptcha", googlekey: GOOGLE });
  await solve({ token: "03A" });
  expect(JSON.parse(await res(sent.slice(3)))).toMatchObject({ status: 1, request: "03A" });
  const { taskId } = await v2({ type: "RecaptchaV2TaskProxyless", websiteKey: GOOGLE });
  await solve({ token: "03B" });
  expect(await json.call("/getTaskResult", { clientKey: key, taskId, wait: 5 })).toMatchObject({
    status: "ready",
    solution: { gRecaptchaResponse: "03B" },
  });
});

test.each(HCAPTCHA)(
  "hCaptcha's test key %s is solved for a page that nobody has verified",
  async (sitekey) => {
    const sent = await v1({ method: "hcaptcha", sitekey });
    await solve({ respKey: "E0_r" });
    expect(JSON.parse(await res(sent.slice(3)))).toEqual({
      status: 1,
      request: "P1_x",
      useragent: "Agent/1",
      respKey: "E0_r",
    });
    const { taskId } = await v2({ type: "HCaptchaTaskProxyless", websiteKey: sitekey });
    await solve({ respKey: "E0_s" });
    expect(await json.call("/getTaskResult", { clientKey: key, taskId, wait: 5 })).toMatchObject({
      status: "ready",
      solution: { gRecaptchaResponse: "P1_x", respKey: "E0_s", userAgent: "Agent/1" },
    });
  },
);

test.each([
  ["reCAPTCHA v3, which has none", { method: "userrecaptcha", version: "v3", googlekey: GOOGLE }],
  ["FunCaptcha, which has none", { method: "funcaptcha", publickey: HCAPTCHA[0] }],
  ["a key that differs in one symbol", { method: "userrecaptcha", googlekey: GOOGLE.replace("6Le", "6La") }],
  ["an hCaptcha key that is not published", { method: "hcaptcha", sitekey: HCAPTCHA[0]?.replace("1", "4") }],
])("no test key opens %s", async (_what, values) => {
  expect(await v1(values)).toBe("ERROR_DOMAIN_NOT_ALLOWED");
});
