import { randomUUID } from "node:crypto";
import { ERROR_CODES, type ErrorCode } from "@sightline/contract/error-codes";
import type { WorkAct } from "@sightline/contract/work";
import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { keepImageBlocks } from "@sightline/domain/images/keep-image-blocks";
import { buyPackage } from "@sightline/domain/packages/buy-package";
import { setMaximumRate } from "@sightline/domain/prices/set-maximum-rate";
import { setRecognition } from "@sightline/domain/quality/set-recognition";
import { rememberBadTarget } from "@sightline/domain/sites/remember-bad-target";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { createTask } from "@sightline/domain/tasks/create-task";
import { buildAccount, buildApiKey, buildSite, buildTask } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { exchange, request } from "../legacy/testing/exchange";
import { type LegacyServer, startLegacyServer } from "../legacy/testing/legacy-server";
import { jsonApiErrorOf } from "./error-table";

const database = useTestDatabase();
const image = encodePng({ noise: noise(600) }).toString("base64");
const PAGE = "https://demo.test/";
const RECAPTCHA_KEY = "6Le-wvkSVVABCPBMRTvw0Q4Muexq1bi0DJwx_mJ-";
let server: LegacyServer;
let accountId: number;
let key: string;
/** Each row has an address of its own, since bans of addresses outlive it. */
let address: string;
let rows = 0;

beforeAll(async () => {
  server = await startLegacyServer(database.url);
});
beforeEach(async () => {
  accountId = await buildAccount(server.ctx, { amountMicros: 1_000_000 });
  key = await buildApiKey(server.ctx, accountId);
  address = `192.0.2.${++rows}`;
});
afterEach(() => server.ctx.pool.query("delete from open_task"));
afterAll(() => server.stop());

async function submit(values: Record<string, unknown>): Promise<string> {
  const headers = { "Content-Type": "application/json", "X-Forwarded-For": address };
  const body = JSON.stringify({ key, ...values });
  return (await exchange(server.port, request("POST /in.php", headers, body))).body;
}

async function read(query: string): Promise<string> {
  const headers = { "X-Forwarded-For": address };
  return (await exchange(server.port, request(`GET /res.php?key=${key}&${query}`, headers))).body;
}

async function often(times: number, run: () => Promise<string>): Promise<string> {
  await Promise.all(Array.from({ length: times }, run));
  return run();
}

async function change(set: string): Promise<void> {
  await server.ctx.pool.query(`update account_profile set ${set} where account_id = $1`, [accountId]);
  server.ctx.apiKeys.forget(accountId);
}

/** A task after workers have done this with it, one after another. */
async function taskAfter(
  acts: readonly Record<string, unknown>[],
  submitted = buildTask(server.ctx, accountId),
): Promise<number> {
  const taskId = await submitted;
  for (const act of acts) {
    const workerId = await buildAccount(server.ctx, { role: "worker" });
    const worker = await WorkerSeat.open(server.ctx, workerId);
    const { task } = await worker.next("assign");
    await actOnTasks(server.ctx, workerId, [{ taskId, leaseNo: task.leaseNo, ...act } as WorkAct]);
    worker.close();
  }
  return taskId;
}

const answer = (text: string) => ({ act: "answer", text, graceMs: 0 });
const unreadable = { act: "unreadable" };
const answered = () => taskAfter([answer("KX 482")]);
const challenge = { method: "userrecaptcha", googlekey: RECAPTCHA_KEY, pageurl: PAGE };
/** The rate is above the most that the customer wants to pay. */
const overRate = async () => {
  await setMaximumRate(server.ctx, { accountId, kind: "image", maximumMicros: 1 });
  return submit({ body: image });
};
/** All five threads of a package are taken. */
const fullPackage = async () => {
  accountId = await buildAccount(server.ctx, { amountMicros: 2_000_000 });
  key = await buildApiKey(server.ctx, accountId);
  const order = { name: "Micro", span: "day", priceMicros: 2_000_000, renew: false } as const;
  await buyPackage(server.ctx, { accountId, clientId: randomUUID(), ...order });
  for (let i = 0; i < 5; i++) await buildTask(server.ctx, accountId);
  return submit({ body: image });
};
/** A hundred challenges of the customer wait already. */
const fullQueue = async () => {
  for (let i = 0; i < 100; i++) await createTask(server.ctx, { accountId, kind: "hcaptcha", params: {} });
  return verified({});
};
const verified = async (values: Record<string, unknown>) => {
  await buildSite(server.ctx, accountId);
  return submit({ ...challenge, ...values });
};

/** A worker has a challenge of a verified site, and its widget says this. Returns the task's id. */
async function widgetSays(act: "key_refused" | "value_expired", values: Record<string, unknown>) {
  const workerId = await buildAccount(server.ctx, { role: "worker" });
  const worker = await WorkerSeat.open(server.ctx, workerId);
  const taskId = Number((await verified(values)).slice(3));
  const { leaseNo } = (await worker.next("assign")).task;
  await actOnTasks(server.ctx, workerId, [{ act, taskId, leaseNo }]);
  worker.close();
  return taskId;
}

/** How a customer meets each code. */
const PROVOKED: Record<ErrorCode, () => Promise<string>> = {
  ERROR_WRONG_USER_KEY: () => submit({ key: "short" }),
  ERROR_KEY_DOES_NOT_EXIST: () => submit({ key: "f".repeat(32) }),
  ERROR_ZERO_BALANCE: async () =>
    submit({ key: await buildApiKey(server.ctx, await buildAccount(server.ctx)), body: image }),
  ERROR_PAGEURL: () => submit({ ...challenge, pageurl: "" }),
  ERROR_NO_SLOT_AVAILABLE: fullQueue,
  ERROR_ZERO_CAPTCHA_FILESIZE: () => submit({ body: "AAAA" }),
  ERROR_TOO_BIG_CAPTCHA_FILESIZE: () =>
    submit({ body: encodePng({ widthPx: 1_001, noise: noise(600) }).toString("base64") }),
  ERROR_WRONG_FILE_EXTENSION: () =>
    submit({ body: Buffer.from(`RIFF\x80\0\0\0WEBPVP8 ${"x".repeat(200)}`, "latin1").toString("base64") }),
  ERROR_IMAGE_TYPE_NOT_SUPPORTED: () => submit({ body: Buffer.alloc(200, "x").toString("base64") }),
  ERROR_UPLOAD: () => submit({ body: "§§§" }),
  ERROR_BAD_IMGINSTRUCTIONS: () => submit({ body: image, imginstructions: "AAAA" }),
  ERROR_IP_NOT_ALLOWED: async () => {
    await change("allowed_addresses = '{198.51.100.1}'");
    return submit({ body: image });
  },
  ERROR_KEY_NOT_ALLOWED: async () => {
    await server.ctx.pool.query("update api_key set scopes = '{read}' where account_id = $1", [accountId]);
    return submit({ body: image });
  },
  IP_BANNED: () => often(61, () => submit({ key: "short" })),
  ERROR_ACCOUNT_SUSPENDED: async () => {
    await change("suspended_at = now()");
    return submit({ body: image });
  },
  ERROR_BAD_PARAMETERS: () => submit({ body: image, numeric: 9 }),
  ERROR_WRONG_GOOGLEKEY: () => submit({ method: "userrecaptcha", pageurl: PAGE }),
  ERROR_GOOGLEKEY: () => submit({ ...challenge, googlekey: "" }),
  ERROR_SITEKEY: () => submit({ method: "hcaptcha", sitekey: "x", pageurl: PAGE }),
  ERROR_DOMAIN_NOT_ALLOWED: () => submit(challenge),
  ERROR_BAD_TOKEN_OR_PAGEURL: async () => {
    await widgetSays("key_refused", {});
    return submit(challenge);
  },
  ERROR_PROXY_FORMAT: () => verified({ proxy: "nowhere" }),
  ERROR_BAD_PROXY: async () => {
    const proxy = { type: "HTTP", host: "proxy.test", port: 80 } as const;
    await rememberBadTarget(server.ctx, accountId, { what: "proxy", proxy });
    return verified({ proxy: "proxy.test:80" });
  },
  ERROR_CAPTCHAIMAGE_BLOCKED: async () => {
    for (let i = 0; i < 3; i++) {
      const submitted = submit({ body: image }).then((body) => Number(body.slice(3)));
      await taskAfter([unreadable, unreadable, unreadable], submitted);
    }
    await keepImageBlocks.runOnce(server.ctx);
    return submit({ body: image });
  },
  TOO_MANY_BAD_IMAGES: async () => {
    await change(`limit_overrides = '{"bad_images": 3}'`);
    await taskAfter([unreadable, unreadable, unreadable]);
    await taskAfter([unreadable, unreadable, unreadable]);
    await answered();
    await keepImageBlocks.runOnce(server.ctx);
    return submit({ body: image });
  },
  MAX_USER_TURN: () => often(60, () => submit({ numeric: 9 })),
  "ERROR: 1001": async () => {
    await change(`limit_overrides = '{"low_rate_refusals": 3}'`);
    await overRate();
    return often(2, () => submit({ body: image }));
  },
  "ERROR: 1002": async () => {
    key = await buildApiKey(server.ctx, await buildAccount(server.ctx));
    for (let i = 0; i < 3; i++) {
      await often(39, () => submit({ body: image }));
      server.clock.advance(4_000);
    }
    return submit({ body: image });
  },
  "ERROR: 1003": async () => {
    await fullPackage();
    await change(`limit_overrides = '{"queue_refusals": 3}'`);
    return often(3, () => submit({ body: image }));
  },
  "ERROR: 1004": () => often(5, () => submit({ key: "short" })),
  "ERROR: 1005": async () => {
    await change(`limit_overrides = '{"result_reads": 3}'`);
    return often(3, () => read("action=getbalance"));
  },
  CAPCHA_NOT_READY: async () => read(`action=get&id=${await buildTask(server.ctx, accountId)}`),
  ERROR_CAPTCHA_UNSOLVABLE: async () => {
    const taskId = await taskAfter([unreadable, unreadable, unreadable]);
    return read(`action=get&id=${taskId}`);
  },
  ERROR_BAD_DUPLICATES: async () => {
    const rule = { mode: "matches", answersMin: 2, answersMax: 2, matchesMin: 2 } as const;
    await setRecognition(server.ctx, { accountId, kind: "image", rule });
    const submitted = submit({ body: image }).then((body) => Number(body.slice(3)));
    return read(`action=get&wait=5&id=${await taskAfter([answer("KX 482"), answer("KX 428")], submitted)}`);
  },
  ERROR_WRONG_ID_FORMAT: () => read("action=get&id=12x"),
  ERROR_WRONG_CAPTCHA_ID: () => read("action=get&id=12"),
  ERROR_REPORT_NOT_RECORDED: async () =>
    read(`action=reportbad&id=${await buildTask(server.ctx, accountId)}`),
  ERROR_DUPLICATE_REPORT: async () => {
    const taskId = await answered();
    return often(1, () => read(`action=reportgood&id=${taskId}`));
  },
  ERROR_CANCEL_NOT_POSSIBLE: async () => read(`action=cancel&id=${await answered()}`),
  ERROR_IP_ADDRES: () => read("action=add_pingback&addr=8.8.8.8"),
  ERROR_TOKEN_EXPIRED: async () => {
    const taskId = await widgetSays("value_expired", { "data-s": "once" });
    return read(`action=get&id=${taskId}`);
  },
  // Nobody listens at that port.
  ERROR_PROXY_CONNECTION_FAILED: async () => {
    const taskId = (await verified({ proxy: "127.0.0.1:9", proxytype: "socks5" })).slice(3);
    return read(`action=get&id=${taskId}&wait=5`);
  },
  ERROR_EMPTY_ACTION: () => read("action=sing"),
};

test.each(Object.entries(PROVOKED))("%s is provoked", async (code, provoke) => {
  expect(await provoke()).toBe(code);
});

test.each([
  ["a rate above the customer's maximum", overRate],
  ["a package whose threads are all taken", fullPackage],
])("%s is no slot", async (_cause, provoke) => {
  expect(await provoke()).toBe("ERROR_NO_SLOT_AVAILABLE");
});

test("the JSON API has a number above zero and a name for every error", () => {
  for (const code of Object.keys(ERROR_CODES) as ErrorCode[]) {
    const { errorId, errorCode } = jsonApiErrorOf(code);
    expect(errorId > 0).toBe(code !== "CAPCHA_NOT_READY");
    expect(errorCode).toMatch(/^[A-Z_]+$/);
  }
});
