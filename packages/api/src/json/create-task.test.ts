import { encodeMp3 } from "@sightline/domain/files/fixtures/encode-mp3";
import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { buildSite } from "@sightline/domain/testing/builders";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type JsonServer, startJsonServer } from "./testing/json-server";

const database = useTestDatabase();
const PNG = encodePng({ noise: noise(600) });
const BODY = PNG.toString("base64");
const SQUARE = encodePng({ widthPx: 300, heightPx: 300, noise: noise(600) }).toString("base64");
const MP3 = encodeMp3(5);
const RECAPTCHA_KEY = "6L".padEnd(40, "x");
const UUID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
const PAGE = "https://own.test/log-in";

let server: JsonServer;
let key: string;
let accountId: number;

beforeAll(async () => {
  server = await startJsonServer(database.url);
});
beforeEach(async () => {
  ({ key, accountId } = await server.newCustomer());
});
afterAll(() => server.stop());

type Json = Record<string, unknown>;
const create = (task: Json, more: Json = {}) => server.call("/createTask", { clientKey: key, task, ...more });

async function verifySite(host: string): Promise<void> {
  await buildSite(server.ctx, accountId, { host });
}

async function storedTask(taskId: unknown) {
  const { rows } = await server.ctx.pool.query(
    `select o.kind, i.media_type, i.width_px, i.more_files, i.hints, i.sender
     from (select id, account_id, kind from open_task union all select id, account_id, kind from task) o
     join task_input i on i.task_id = o.id where o.id = $1 and o.account_id = $2`,
    [taskId, accountId],
  );
  return rows[0];
}

const GRID = { minClicks: 1, textinstructions: "Cars" };
const V2 = { siteKey: RECAPTCHA_KEY, pageUrl: PAGE, apiDomain: "google.com", action: "verify" };
/** Nobody listens there, so such a task ends soon; that it was made is what counts here. */
const PROXY = { proxyType: "http", proxyAddress: "127.0.0.1", proxyPort: 9 };
const GOOGLE = { websiteURL: PAGE, websiteKey: RECAPTCHA_KEY };
const HCAPTCHA = { websiteURL: PAGE, websiteKey: UUID };
const FUN = { websiteURL: PAGE, websitePublicKey: UUID };
const FUN_PARAMS = { siteKey: UUID, pageUrl: PAGE, serviceUrl: "https://client-api.arkoselabs.com" };

const ACCEPTED: [type: string, what: string, task: Json, kind: number, params: Json | null][] = [
  ["ImageToTextTask", "alone", { body: BODY }, 1, null],
  ["ImageToTextTask", "as a data URI", { body: `data:image/png;base64,${BODY}` }, 1, null],
  [
    "ImageToTextTask",
    "with all hints",
    {
      body: BODY,
      phrase: true,
      case: true,
      numeric: 4,
      math: true,
      minLength: 1,
      maxLength: 20,
      comment: "Read it",
      languagePool: "rn",
    },
    1,
    {
      phrase: true,
      regsense: true,
      numeric: 4,
      calc: true,
      minLen: 1,
      maxLen: 20,
      lang: "ru",
      textinstructions: "Read it",
    },
  ],
  [
    "ImageToTextTask",
    "with everything null, as one client sends it",
    {
      body: BODY,
      phrase: null,
      case: null,
      numeric: null,
      math: null,
      minLength: null,
      maxLength: null,
      comment: null,
    },
    1,
    null,
  ],
  [
    "ImageToTextTask",
    "with numbers as texts, and properties that nobody knows",
    {
      body: BODY,
      numeric: "1",
      minLength: "4.0",
      phrase: "false",
      Case: true,
      CapMonsterModule: "x",
      nocache: [1],
    },
    1,
    { numeric: 1, minLen: 4, regsense: true },
  ],
  [
    "TextCaptchaTask",
    "",
    { comment: "How many legs has a cat?" },
    2,
    { question: "How many legs has a cat?" },
  ],
  [
    "GridTask",
    "on a square",
    { body: SQUARE, comment: "Cars" },
    3,
    { ...GRID, rows: 3, cols: 3, maxClicks: 9 },
  ],
  [
    "GridTask",
    "with its own sides",
    {
      body: BODY,
      rows: "2",
      columns: 5,
      comment: "Cars",
      minClicks: 2,
      maxClicks: 3,
      canNoAnswer: 1,
      previousId: 7,
    },
    3,
    { textinstructions: "Cars", rows: 2, cols: 5, minClicks: 2, maxClicks: 3, canNoAnswer: true },
  ],
  ["CoordinatesTask", "", { body: BODY, minClicks: 2, maxClicks: 3 }, 4, { minClicks: 2, maxClicks: 3 }],
  ["ImageToCoordinatesTask", "", { body: BODY }, 4, { minClicks: 1, coordinateLists: true }],
  [
    "ImageToCoordinatesTask",
    "of rectangles",
    { body: BODY, mode: "rectangles", comment: "Cars" },
    6,
    { textinstructions: "Cars", coordinateLists: true },
  ],
  ["DrawAroundTask", "", { body: BODY, comment: "Cars" }, 5, { textinstructions: "Cars" }],
  [
    "BoundingBoxTask",
    "",
    { body: BODY, comment: "Cars", canNoAnswer: true },
    6,
    { textinstructions: "Cars", canNoAnswer: true },
  ],
  ["RotateTask", "", { body: BODY }, 7, { angle: 40 }],
  [
    "RotateTask",
    "in steps",
    { body: BODY, angle: 22.5, comment: "Up" },
    7,
    { angle: 22.5, textinstructions: "Up" },
  ],
  ["AudioTask", "", { body: MP3.toString("base64"), lang: "en" }, 8, { lang: "en" }],
  ["RecaptchaV2TaskProxyless", "", { ...GOOGLE, comment: "ignored" }, 9, { challenge: V2 }],
  [
    "NoCaptchaTaskProxyless",
    "",
    { ...GOOGLE, isInvisible: true },
    9,
    { challenge: { ...V2, invisible: true } },
  ],
  [
    "RecaptchaV2Task",
    "",
    { ...GOOGLE, ...PROXY, proxyLogin: "a", proxyPassword: "b@:c" },
    9,
    { challenge: V2 },
  ],
  ["NoCaptchaTask", "", { ...GOOGLE, ...PROXY, proxyAddress: "::1", proxyPort: "9" }, 9, { challenge: V2 }],
  [
    "RecaptchaV2EnterpriseTaskProxyless",
    "",
    { ...GOOGLE, enterprisePayload: { s: "once" }, apiDomain: "www.recaptcha.net", cookies: "a=b; c=d" },
    9,
    { challenge: { ...V2, apiDomain: "recaptcha.net", enterprise: true, data: "once" } },
  ],
  ["RecaptchaV2EnterpriseTask", "", { ...GOOGLE, ...PROXY }, 9, { challenge: { ...V2, enterprise: true } }],
  [
    "RecaptchaV2TaskProxyLess",
    "in other capitals",
    { ...GOOGLE, recaptchaDataSValue: "s" },
    9,
    { challenge: { ...V2, data: "s" } },
  ],
  [
    "RecaptchaV3TaskProxyless",
    "",
    { ...GOOGLE, minScore: 0.7, pageAction: "login", isEnterprise: true },
    10,
    { challenge: { ...V2, action: "login", minScore: 0.7, enterprise: true } },
  ],
  [
    "HCaptchaTaskProxyless",
    "",
    { ...HCAPTCHA, isInvisible: false, enterprisePayload: { rqdata: "r" }, userAgent: "x" },
    11,
    { challenge: { siteKey: UUID, pageUrl: PAGE, apiDomain: "hcaptcha.com", data: "r" } },
  ],
  [
    "HCaptchaTask",
    "",
    { ...HCAPTCHA, ...PROXY },
    11,
    { challenge: { siteKey: UUID, pageUrl: PAGE, apiDomain: "hcaptcha.com" } },
  ],
  ["FunCaptchaTaskProxyless", "", FUN, 12, { challenge: FUN_PARAMS }],
  [
    "FunCaptchaTask",
    "with data",
    { ...FUN, ...PROXY, data: '{"blob":"b"}', funcaptchaApiJSSubdomain: "own-api.arkoselabs.com" },
    12,
    { challenge: { ...FUN_PARAMS, serviceUrl: "https://own-api.arkoselabs.com", dataFields: { blob: "b" } } },
  ],
];

test.each(ACCEPTED)("%s %s becomes a task of its kind", async (type, _what, task, kind, params) => {
  await verifySite("own.test");
  const { body } = await server.post("/createTask", { clientKey: key, softId: 1, task: { type, ...task } });
  expect(body).toMatch(/^\{"errorId":0,"taskId":\d+\}$/);
  const { taskId } = JSON.parse(body) as { taskId: number };
  expect(Number.isSafeInteger(taskId)).toBe(true);
  expect(await storedTask(taskId)).toMatchObject({ kind, hints: params, sender: "127.0.0.1" });
});

test("a picture with instructions is kept beside the picture", async () => {
  const task = { type: "GridTask", body: SQUARE, imgInstructions: BODY };
  const stored = await storedTask((await create(task)).taskId);
  expect(stored.more_files).toMatchObject([{ role: "instructions", widthPx: 40, heightPx: 20 }]);
});

test("the request may call itself anything, and begin with a byte order mark", async () => {
  const json = `\ufeff${JSON.stringify({ clientKey: key, task: { type: "ImageToTextTask", body: BODY } })}`;
  const { body } = await server.post("/createTask", json, { "Content-Type": "text/plain" });
  expect(body).toMatch(/^\{"errorId":0,"taskId":\d+\}$/);
});

test("with an Idempotency-Key the same submission again is the same task, another one is refused", async () => {
  const send = (body: string) =>
    server.call(
      "/createTask",
      { clientKey: key, task: { type: "ImageToTextTask", body } },
      { "Idempotency-Key": "one" },
    );
  const first = await send(BODY);
  expect(first).toEqual({ errorId: 0, taskId: expect.any(Number) });
  expect(await send(BODY)).toEqual(first);
  expect(await send(SQUARE)).toMatchObject({ errorId: 110, errorCode: "ERROR_BAD_PARAMETERS" });
});
