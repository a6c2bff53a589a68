import type { Solution } from "@sightline/contract/answers";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type { WorkAct } from "@sightline/contract/work";
import { encodeMp3 } from "@sightline/domain/files/fixtures/encode-mp3";
import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { buildAccount, buildSite } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exchange, request } from "./testing/exchange";
import { type LegacyServer, startLegacyServer } from "./testing/legacy-server";
import { field, file, multipartBody } from "./testing/multipart";

const database = useTestDatabase();
const PNG = encodePng({ widthPx: 120, heightPx: 40, noise: noise(600) });
const TILES = encodePng({ widthPx: 300, heightPx: 300, noise: noise(600) });
const MP3 = encodeMp3(20);
const image = PNG.toString("base64");
const instructed = { textinstructions: "all buses" };
const RECAPTCHA_KEY = "6Le-wvkSVVABCPBMRTvw0Q4Muexq1bi0DJwx_mJ-";
const UUID_KEY = "12AB34CD-56F7-AB8C-9D01-2EF3456789A0";
const PAGE = "https://demo.test/log-in";
let server: LegacyServer;
let worker: WorkerSeat;
let workerId: number;

beforeAll(async () => {
  server = await startLegacyServer(database.url);
  const limits = { submissions: 1e6 };
  await server.ctx.pool.query("update account_profile set limit_overrides = $1", [JSON.stringify(limits)]);
  await buildSite(server.ctx, server.accountId);
  workerId = await buildAccount(server.ctx, { role: "worker" });
  await server.ctx.pool.query(
    "insert into worker_v3_score (worker_id, consented_at, score) values ($1, now(), 0.9)",
    [workerId],
  );
  worker = await WorkerSeat.open(server.ctx, workerId);
  await worker.next("hello");
});
afterAll(async () => {
  worker.close();
  await server.stop();
});

async function submit(values: Record<string, unknown>): Promise<string> {
  const body = JSON.stringify({ key: server.key, ...values });
  return (await exchange(server.port, request("POST /in.php", { "Content-Type": "application/json" }, body)))
    .body;
}

async function upload(fields: Record<string, string>, files: Record<string, Buffer>): Promise<string> {
  const parts = [
    ...Object.entries(files).map(([name, bytes]) => file(name, `${name}.bin`, bytes)),
    ...Object.entries({ key: server.key, ...fields }).map(([name, value]) => field(name, value)),
  ];
  const headers = { "Content-Type": "multipart/form-data; boundary=b" };
  return (await exchange(server.port, request("POST /in.php", headers, multipartBody("b", parts)))).body;
}

async function read(query: string): Promise<string> {
  return (await exchange(server.port, request(`GET /res.php?key=${server.key}&${query}`))).body;
}

/** The worker is handed the task, and answers it so that nothing is left for the next test. */
async function solve(answer: { text: string } | { solution: Solution }): Promise<number> {
  const { task } = await worker.next("assign");
  const { taskId, leaseNo } = task;
  const act: WorkAct = { act: "answer", taskId, leaseNo, graceMs: 0, ...answer };
  const reply = await actOnTasks(server.ctx, workerId, [act]);
  expect(reply.results[0]?.outcome).toBe("done");
  return taskId;
}

async function readStored(taskId: number): Promise<{ kind: string; params: unknown; files: number }> {
  const { rows } = await server.ctx.pool.query(
    `select t.kind, i.hints, coalesce(jsonb_array_length(i.more_files), 0) + (i.media_type > 0)::int as files
     from task t join task_input i on i.task_id = t.id where t.id = $1`,
    [taskId],
  );
  return { kind: taskKindOf(rows[0].kind), params: rows[0].hints ?? {}, files: rows[0].files };
}

const text = { text: "saturday" };
const cells: Solution = { shape: "cells", cells: [9, 3, 8] };
const points: Solution = {
  shape: "points",
  points: [
    { x: 39, y: 29 },
    { x: 52, y: 12 },
  ],
};
const areas: Solution = {
  shape: "areas",
  areas: [
    [
      { x: 5, y: 5 },
      { x: 3, y: 21 },
      { x: 63, y: 30 },
    ],
  ],
};
const boxes: Solution = { shape: "boxes", boxes: [{ xMin: 5, xMax: 79, yMin: 16, yMax: 30 }] };
const angles: Solution = { shape: "angles", angles: [40] };
const none: Solution = { shape: "none" };
const token: Solution = { shape: "token", token: "03A|b|c", userAgent: "Agent/1", respKey: "E0_x" };

interface Row {
  send: () => Promise<string>;
  kind: string;
  params: object;
  files?: number;
  answer: { text: string } | { solution: Solution };
  text: string;
  json?: object;
}

const CHALLENGE = { pageUrl: PAGE };
const ROWS: [what: string, row: Row][] = [
  [
    "a text question with method=post",
    {
      send: () => submit({ method: "post", textcaptcha: "Which day is tomorrow?", lang: "en", numeric: 9 }),
      kind: "text",
      params: { question: "Which day is tomorrow?", lang: "en" },
      files: 0,
      answer: text,
      text: "saturday",
    },
  ],
  [
    "a text question without a method",
    {
      send: () => submit({ textcaptcha: "Tomorrow?" }),
      kind: "text",
      params: { question: "Tomorrow?" },
      files: 0,
      answer: text,
      text: "saturday",
    },
  ],
  [
    "a text question with method=textcaptcha",
    {
      send: () => submit({ method: "textcaptcha", textcaptcha: "Tomorrow?", language: 2 }),
      kind: "text",
      params: { question: "Tomorrow?", language: 2 },
      files: 0,
      answer: text,
      text: "saturday",
    },
  ],
  [
    "an image with a picture of instructions",
    {
      send: () => submit({ method: "base64", body: image, imginstructions: image }),
      kind: "image",
      params: {},
      files: 2,
      answer: text,
      text: "saturday",
    },
  ],
  [
    "a grid of nine tiles",
    {
      send: () => upload({ ...instructed, recaptcha: "1", method: "post", previousID: "7" }, { file: TILES }),
      kind: "grid",
      params: { ...instructed, rows: 3, cols: 3, minClicks: 1, maxClicks: 9 },
      answer: { solution: cells },
      text: "click:3/8/9",
    },
  ],
  [
    "a grid of another picture",
    {
      send: () => submit({ ...instructed, recaptcha: 1, body: image, max_clicks: 99 }),
      kind: "grid",
      params: { ...instructed, rows: 4, cols: 4, minClicks: 1, maxClicks: 16 },
      answer: { solution: cells },
      text: "click:3/8/9",
    },
  ],
  [
    "a grid that is marked by its rows alone",
    {
      send: () => upload({ recaptcharows: "2", recaptchacols: "5" }, { file: PNG, imginstructions: PNG }),
      kind: "grid",
      params: { rows: 2, cols: 5, minClicks: 1, maxClicks: 10 },
      files: 2,
      answer: { solution: cells },
      text: "click:3/8/9",
    },
  ],
  [
    "a grid without a match",
    {
      send: () => submit({ ...instructed, recaptcha: 1, body: image, can_no_answer: 1 }),
      kind: "grid",
      params: { ...instructed, rows: 4, cols: 4, minClicks: 1, maxClicks: 16, canNoAnswer: true },
      answer: { solution: none },
      text: "No_matching_images",
    },
  ],
  [
    "a grid cut from the customer's own challenge",
    {
      send: () => submit({ ...instructed, recaptcha: 1, body: image, img_type: "recaptcha", pageurl: PAGE }),
      kind: "grid",
      params: { ...instructed, rows: 4, cols: 4, minClicks: 1, maxClicks: 16, imgType: "recaptcha" },
      answer: { solution: cells },
      text: "click:3/8/9",
    },
  ],
  [
    "an area to draw around",
    {
      send: () => submit({ ...instructed, recaptcha: 1, canvas: 1, body: image, lang: "de" }),
      kind: "draw",
      params: { ...instructed, lang: "de" },
      answer: { solution: areas },
      text: "canvas:5,5,3,21,63,30;",
    },
  ],
  [
    "points to click",
    {
      send: () => submit({ coordinatescaptcha: 1, body: image, max_clicks: 2 }),
      kind: "points",
      params: { minClicks: 1, maxClicks: 2 },
      answer: { solution: points },
      text: "coordinates:x=39,y=29;x=52,y=12",
      json: {
        request: [
          { x: "39", y: "29" },
          { x: "52", y: "12" },
        ],
      },
    },
  ],
  [
    "a picture to rotate",
    {
      send: () => submit({ method: "rotatecaptcha", body: image, angle: "15.5" }),
      kind: "rotate",
      params: { angle: 15.5 },
      answer: { solution: angles },
      text: "40",
    },
  ],
  [
    "pictures to rotate",
    {
      send: () => upload({ method: "rotatecaptcha" }, { file_2: PNG, file_1: TILES, file_3: PNG }),
      kind: "rotate",
      params: { angle: 40 },
      files: 3,
      answer: { solution: { shape: "angles", angles: [40, 200, -120] } },
      text: "40|200|-120",
    },
  ],
  [
    "boxes around things",
    {
      send: () => submit({ ...instructed, method: "bounding_box", image }),
      kind: "box",
      params: instructed,
      answer: { solution: boxes },
      text: '[{"xMin":5,"xMax":79,"yMin":16,"yMax":30}]',
    },
  ],
  [
    "a sound",
    {
      send: () => submit({ method: "audio", body: MP3.toString("base64"), lang: "EN" }),
      kind: "audio",
      params: { lang: "en" },
      answer: text,
      text: "saturday",
    },
  ],
  [
    "a reCAPTCHA v2",
    {
      send: () =>
        submit({ method: "userrecaptcha", googlekey: RECAPTCHA_KEY, pageurl: PAGE, invisible: "false" }),
      kind: "recaptcha_v2",
      params: {
        challenge: { ...CHALLENGE, siteKey: RECAPTCHA_KEY, apiDomain: "google.com", action: "verify" },
      },
      files: 0,
      answer: { solution: token },
      text: "03A|b|c",
    },
  ],
  [
    "a reCAPTCHA v3",
    {
      send: () =>
        submit({
          method: "userrecaptcha",
          version: "v3",
          googlekey: RECAPTCHA_KEY,
          pageurl: PAGE,
          min_score: "0.3",
          action: "pay",
          enterprise: 1,
          domain: "recaptcha.net",
          cookies: "a=b; c=d",
        }),
      kind: "recaptcha_v3",
      params: {
        challenge: {
          ...CHALLENGE,
          siteKey: RECAPTCHA_KEY,
          apiDomain: "recaptcha.net",
          action: "pay",
          enterprise: true,
          minScore: 0.3,
        },
      },
      files: 0,
      answer: { solution: token },
      text: "03A|b|c",
    },
  ],
  [
    "an hCaptcha",
    {
      send: () =>
        submit({ method: "hcaptcha", sitekey: UUID_KEY, pageurl: PAGE, data: "once", userAgent: "x" }),
      kind: "hcaptcha",
      params: { challenge: { ...CHALLENGE, siteKey: UUID_KEY, apiDomain: "hcaptcha.com", data: "once" } },
      files: 0,
      answer: { solution: token },
      text: "03A|b|c",
      json: { request: "03A|b|c", useragent: "Agent/1", respKey: "E0_x" },
    },
  ],
  [
    "a FunCaptcha",
    {
      send: () => submit({ method: "funcaptcha", publickey: UUID_KEY, pageurl: PAGE, "data[blob]": "once" }),
      kind: "funcaptcha",
      params: {
        challenge: {
          ...CHALLENGE,
          siteKey: UUID_KEY,
          serviceUrl: "https://client-api.arkoselabs.com",
          dataFields: { blob: "once" },
        },
      },
      files: 0,
      answer: { solution: token },
      text: "03A|b|c",
    },
  ],
  [
    "a vendor's test key on any page",
    {
      send: () =>
        submit({
          method: "userrecaptcha",
          googlekey: "6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI",
          pageurl: "https://elsewhere.test/",
        }),
      kind: "recaptcha_v2",
      params: {
        challenge: {
          pageUrl: "https://elsewhere.test/",
          siteKey: "6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI",
          apiDomain: "google.com",
          action: "verify",
        },
      },
      files: 0,
      answer: { solution: token },
      text: "03A|b|c",
    },
  ],
];

test.each(ROWS)("%s is taken, solved and answered", async (_what, row) => {
  const body = await row.send();
  expect(body).toMatch(/^OK\|\d+$/);
  const taskId = await solve(row.answer);
  expect(body).toBe(`OK|${taskId}`);
  expect(await readStored(taskId)).toEqual({ kind: row.kind, params: row.params, files: row.files ?? 1 });
  expect(await read(`action=get&id=${taskId}`)).toBe(`OK|${row.text}`);
  expect(await read(`action=get&ids=${taskId},1`)).toBe(`${row.text}|ERROR_WRONG_CAPTCHA_ID`);
  expect(JSON.parse(await read(`action=get&id=${taskId}&json=1`))).toEqual({
    status: 1,
    request: row.text,
    ...row.json,
  });
});

const v2 = { method: "userrecaptcha", googlekey: RECAPTCHA_KEY, pageurl: PAGE };
const REFUSED: [what: string, values: Record<string, unknown>, code: string][] = [
  ["a reCAPTCHA without its key", { ...v2, googlekey: undefined }, "ERROR_WRONG_GOOGLEKEY"],
  ["a reCAPTCHA with an unset key", { ...v2, googlekey: "undefined" }, "ERROR_WRONG_GOOGLEKEY"],
  ["a reCAPTCHA with an empty key", { ...v2, googlekey: "" }, "ERROR_GOOGLEKEY"],
  ["a reCAPTCHA with a malformed key", { ...v2, googlekey: "no key" }, "ERROR_GOOGLEKEY"],
  ["an hCaptcha without its key", { method: "hcaptcha", pageurl: PAGE }, "ERROR_SITEKEY"],
  ["an hCaptcha with a malformed key", { method: "hcaptcha", sitekey: "x", pageurl: PAGE }, "ERROR_SITEKEY"],
  ["a page that is missing", { ...v2, pageurl: undefined }, "ERROR_PAGEURL"],
  ["a page that is no address", { ...v2, pageurl: "/log-in" }, "ERROR_PAGEURL"],
  ["a page of another scheme", { ...v2, pageurl: "ftp://demo.test/" }, "ERROR_PAGEURL"],
  ["a site that nobody proved to own", { ...v2, pageurl: "https://other.test/" }, "ERROR_DOMAIN_NOT_ALLOWED"],
  ["a subdomain of a proved site", { ...v2, pageurl: "https://a.demo.test/" }, "ERROR_DOMAIN_NOT_ALLOWED"],
  ["a proxy without a port", { ...v2, proxy: "192.0.2.1" }, "ERROR_PROXY_FORMAT"],
  ["a proxy of an unknown type", { ...v2, proxy: "192.0.2.1:80", proxytype: "FTP" }, "ERROR_PROXY_FORMAT"],
  [
    "a picture from a vendor's challenge without its page",
    { ...instructed, recaptcha: 1, body: image, img_type: "funcaptcha" },
    "ERROR_PAGEURL",
  ],
  [
    "a picture from a stranger's challenge",
    { ...instructed, recaptcha: 1, body: image, img_type: "funcaptcha", pageurl: "https://other.test" },
    "ERROR_DOMAIN_NOT_ALLOWED",
  ],
  ["nothing to rotate", { method: "rotatecaptcha" }, "ERROR_UPLOAD"],
  [
    "a sound that is a picture",
    { method: "audio", body: image, lang: "en" },
    "ERROR_IMAGE_TYPE_NOT_SUPPORTED",
  ],
  ["a box whose picture stands nowhere", { method: "bounding_box", ...instructed }, "ERROR_UPLOAD"],
];

test.each(REFUSED)("%s is refused", async (_what, values, code) => {
  expect(await submit(values)).toBe(code);
});

test("the page's host counts in the URL parser's form", async () => {
  expect(await submit({ ...v2, pageurl: "HTTPS://DEMO.test.:8443/x" })).toMatch(/^OK\|/);
  await solve({ solution: token });
});

test("each picture to rotate is judged for itself", async () => {
  const files = { file_1: PNG, file_2: PNG.subarray(0, 50) };
  expect(await upload({ method: "rotatecaptcha" }, files)).toBe("ERROR_ZERO_CAPTCHA_FILESIZE");
});
