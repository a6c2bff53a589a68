import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { encodePng, encodePngOfBytes } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { getBalance } from "@sightline/domain/ledger/get-balance";
import { buildAccount, buildApiKey } from "@sightline/domain/testing/builders";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { exchange, request } from "./testing/exchange";
import { type LegacyServer, startLegacyServer } from "./testing/legacy-server";
import { field, file, multipartBody } from "./testing/multipart";

const database = useTestDatabase();
const PNG = encodePng({ noise: noise(600) });
let server: LegacyServer;
let accountId: number;
let key: string;

beforeAll(async () => {
  server = await startLegacyServer(database.url);
});
beforeEach(async () => {
  accountId = await buildAccount(server.ctx, { amountMicros: 1_000_000 });
  key = await buildApiKey(server.ctx, accountId);
});
afterAll(() => server.stop());

type Values = Record<string, unknown>;

function post(values: Values, headers: Record<string, string> = {}) {
  const body = JSON.stringify({ key, ...values });
  return exchange(
    server.port,
    request("POST /in.php", { "Content-Type": "application/json", ...headers }, body),
  );
}

const image = { body: PNG.toString("base64") };
const grid = { ...image, recaptcha: 1, textinstructions: "all buses" };
const bodyOf = async (values: Values) => (await post(values)).body;

function upload(content: Buffer) {
  const body = multipartBody("b", [field("key", key), file("file", "a.png", content)]);
  return exchange(
    server.port,
    request("POST /in.php", { "Content-Type": "multipart/form-data; boundary=b" }, body),
  );
}

const LIMIT_HEADERS = "RateLimit-Limit: 60\r\nRateLimit-Remaining: 59\r\nRateLimit-Reset: 3\r\n";

test("the answer's bytes in text mode", async () => {
  const { bytes, body } = await post(image);
  expect(bytes).toBe(
    `HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n` +
      `Cache-Control: no-store\r\nContent-Length: ${body.length}\r\n${LIMIT_HEADERS}Date: -\r\nConnection: close\r\n\r\n${body}`,
  );
  expect(body).toMatch(/^OK\|\d+$/);
});

test("the answer's bytes with json=1 and header_acao=1", async () => {
  const { bytes, body } = await post({ ...image, json: 1, header_acao: 1 });
  expect(bytes).toBe(
    `HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n` +
      `Cache-Control: no-store\r\nContent-Length: ${body.length}\r\n${LIMIT_HEADERS}Access-Control-Allow-Origin: *\r\n` +
      `Access-Control-Expose-Headers: RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, Sightline-Notice\r\nDate: -\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
  expect(body).toMatch(/^\{"status":1,"request":"\d+"\}$/);
});

test("an error has the same headers, and its words in JSON", async () => {
  const { bytes } = await post({ key: "short", json: "true", header_acao: "1" });
  const body = `{"status":0,"request":"ERROR_WRONG_USER_KEY","error_text":"The key must be exactly 32 symbols. Check your API key."}`;
  expect(bytes).toContain("\r\nAccess-Control-Allow-Origin: *\r\n");
  expect(bytes).toContain(`\r\nContent-Length: ${body.length}\r\n`);
  expect(bytes.endsWith(`\r\n\r\n${body}`)).toBe(true);
});

test("a preflight is allowed without a key", async () => {
  const { statusLine, headers } = await exchange(server.port, request("OPTIONS /in.php"));
  expect(statusLine).toBe("HTTP/1.1 204 No Content");
  expect(headers).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, POST, OPTIONS",
    "access-control-expose-headers": expect.stringContaining("Retry-After"),
  });
});

test("a submission holds the price, and the picture loses its metadata", async () => {
  const withText = encodePng({
    noise: noise(600),
    beforePixels: [["tEXt", Buffer.from("Author\0somebody")]],
  });
  const { body } = await upload(withText);
  const { rows } = await server.ctx.pool.query("select bytes from task_input where task_id = $1", [
    body.slice(3),
  ]);
  expect(rows[0].bytes.equals(PNG)).toBe(true);
  expect((await getBalance(server.ctx, accountId)).heldMicros).toBe(TASK_KINDS.image.seedPriceMicros);
});

const BAD_PARAMETERS: [what: string, values: Values, errorText: string | RegExp][] = [
  ["a number out of range", { ...image, numeric: 5 }, "numeric must be a whole number from 0 to 4."],
  ["a number that is none", { ...image, phrase: "yes" }, "phrase must be a whole number from 0 to 1."],
  ["a negative number", { ...image, min_len: -1 }, "min_len must be a whole number from 0 to 20."],
  ["a fraction", { ...image, max_len: 1.5 }, "max_len must be a whole number from 0 to 20."],
  ["min_len over max_len", { ...image, min_len: 6, max_len: 5 }, "min_len is greater than max_len."],
  ["long instructions", { ...image, textinstructions: "x".repeat(141) }, /longer than 140/],
  [
    "another vendor's challenge",
    { ...image, method: "turnstile" },
    "Tasks with method=turnstile are not offered here.",
  ],
  ["a blank question", { textcaptcha: "  " }, "The parameter textcaptcha is missing."],
  ["a long question", { textcaptcha: "x".repeat(141) }, /textcaptcha is longer than 140/],
  ["a grid without instructions", { ...image, recaptcharows: 3 }, /An instruction for the worker is missing/],
  ["a box without instructions", { method: "bounding_box", image: image.body }, /An instruction/],
  ["a grid that is too large", { ...grid, recaptchacols: 11 }, /recaptchacols must be a whole number/],
  ["more least than most clicks", { ...grid, min_clicks: 3, max_clicks: 2 }, /min_clicks is greater/],
  ["more clicks than cells", { ...grid, min_clicks: 17 }, /greater than the 16 cells/],
  ["an unknown img_type", { ...grid, img_type: "geetest" }, /img_type must be one of/],
  ["a step of nothing", { ...image, method: "rotatecaptcha", angle: "-4" }, /angle must be a number/],
  ["audio without a language", { method: "audio", body: "AAAA" }, /lang must be one of en/],
  ["audio in a language nobody hears", { method: "audio", body: "AAAA", lang: "ja" }, /lang must be one of/],
  ["a version that does not exist", { method: "userrecaptcha", version: "v4" }, "version must be v2 or v3."],
  ["a score out of range", { method: "userrecaptcha", version: "v3", min_score: 1 }, /min_score must be/],
  ["another vendor's domain", { method: "hcaptcha", domain: "evil.test" }, /domain must be hcaptcha.com/],
  ["cookies that are none", { method: "userrecaptcha", cookies: "no cookie" }, /cookies must read/],
  ["a service that is no https address", { method: "funcaptcha", surl: "ftp://a.test" }, /surl must be/],
  [
    "a malformed public key",
    { method: "funcaptcha", pageurl: "https://demo.test/" },
    "publickey is missing or malformed.",
  ],
  ["nothing at all", {}, "The parameter method is missing, and so is an image."],
  ["a bracketed name", { ...image, "numeric[]": "1" }, /brackets/],
  ["a list", { ...image, numeric: [1] }, /as a list/],
  ["a NUL byte", { ...image, textinstructions: "a\0b" }, /NUL/],
  ["a lone surrogate", { ...image, textinstructions: "a\ud800b" }, /surrogate/],
  [
    "a callback to a host that is not registered",
    { ...image, pingback: "https://a.test/" },
    /not registered/,
  ],
];

test.each(BAD_PARAMETERS)("%s is refused by name", async (_what, values, errorText) => {
  const answer = JSON.parse((await post({ ...values, json: 1 })).body);
  expect(answer).toEqual({
    status: 0,
    request: "ERROR_BAD_PARAMETERS",
    error_text: typeof errorText === "string" ? errorText : expect.stringMatching(errorText),
  });
});

const ACCEPTED: [what: string, values: Values, hints: unknown][] = [
  ["no hints", {}, null],
  [
    "hints that say nothing",
    { phrase: 0, numeric: "", calc: "undefined", lang: null, max_len: "0", min_len: 4 },
    { minLen: 4 },
  ],
  ["words for flags", { phrase: "true", regsense: true, calc: "false" }, { phrase: true, regsense: true }],
  ["a number with decimals", { min_len: "4.0" }, { minLen: 4 }],
  [
    "all hints",
    { numeric: 4, min_len: 2, max_len: 8, language: 2, lang: "DE", textinstructions: "blue only" },
    { numeric: 4, minLen: 2, maxLen: 8, language: 2, lang: "de", textinstructions: "blue only" },
  ],
  ["an unknown language and a previous task", { lang: "klingon", previousID: "x" }, null],
  ["a parameter that nobody knows, whatever it is", { "data[blob]": "x", other: [1, { a: 2 }] }, null],
  [
    "140 characters beyond the basic plane",
    { textinstructions: "😀".repeat(140) },
    { textinstructions: "😀".repeat(140) },
  ],
  ["`__proto__` as a name", JSON.parse('{"__proto__": "x", "constructor": "y"}'), null],
];

test.each(ACCEPTED)("%s is accepted", async (_what, values, hints) => {
  const body = await bodyOf({ ...image, ...values });
  expect(body).toMatch(/^OK\|/);
  const { rows } = await server.ctx.pool.query("select hints from task_input where task_id = $1", [
    body.slice(3),
  ]);
  expect(rows[0].hints).toEqual(hints);
});

const FILES: [what: string, bytes: Buffer, code: RegExp][] = [
  ["no bytes", Buffer.alloc(0), /^ERROR_ZERO_CAPTCHA_FILESIZE$/],
  ["99 bytes", Buffer.alloc(99), /^ERROR_ZERO_CAPTCHA_FILESIZE$/],
  ["614,400 bytes", encodePngOfBytes(614_400), /^OK\|/],
  ["614,401 bytes", encodePngOfBytes(614_401), /^ERROR_TOO_BIG_CAPTCHA_FILESIZE$/],
  ["1,001 px", encodePng({ widthPx: 1_001, noise: noise(600) }), /^ERROR_TOO_BIG_CAPTCHA_FILESIZE$/],
  [
    "a webp",
    Buffer.concat([Buffer.from("RIFF\x80\0\0\0WEBPVP8 ", "latin1"), Buffer.alloc(200)]),
    /^ERROR_WRONG_FILE_EXTENSION$/,
  ],
  ["text", Buffer.alloc(200, "x"), /^ERROR_IMAGE_TYPE_NOT_SUPPORTED$/],
  ["a broken picture", PNG.subarray(0, -20), /^ERROR_IMAGE_TYPE_NOT_SUPPORTED$/],
];

test.each(FILES)("a file of %s is answered in the protocol's words", async (_what, bytes, code) => {
  expect((await upload(bytes)).body).toMatch(code);
});

test.each([
  ["words", { imginstructions: "§§" }],
  [
    "a picture of 401 px",
    { imginstructions: encodePng({ widthPx: 401, noise: noise(600) }).toString("base64") },
  ],
  ["a picture of 100 kB", { imginstructions: encodePngOfBytes(102_401).toString("base64") }],
])("%s are no picture of instructions", async (_what, values) => {
  expect(await bodyOf({ ...image, ...values })).toBe("ERROR_BAD_IMGINSTRUCTIONS");
});

test.each([
  ["an empty body", { method: "base64", body: "" }],
  ["text that is not base64", { body: "§§§" }],
  ["method=post without a file", { method: "post" }],
])("%s is an upload error", async (_what, values) => {
  expect(await bodyOf(values)).toBe("ERROR_UPLOAD");
});

test("the same Idempotency-Key makes one task, and another body with it is refused", async () => {
  const headers = { "Idempotency-Key": "order-7" };
  const [first, again] = [await post(image, headers), await post({ ...image }, headers)];
  expect(first.body).toMatch(/^OK\|/);
  expect(again.body).toBe(first.body);
  expect((await post({ ...image, numeric: 1 }, headers)).body).toBe("ERROR_BAD_PARAMETERS");
  // Twenty reads more for the one task.
  expect(server.ctx.limits.maxResultReads(accountId)).toBe(1_220);
  expect((await getBalance(server.ctx, accountId)).heldMicros).toBe(TASK_KINDS.image.seedPriceMicros);
});

test("of several faults the first in the protocol's order is told", async () => {
  const { ctx } = server;
  const suspend = "update account_profile set suspended_at = now() where account_id = $1";
  const everything = { numeric: 9, body: "AAAA" };
  expect(await bodyOf({ ...everything, key: "short" })).toBe("ERROR_WRONG_USER_KEY");
  expect(await bodyOf({ ...everything, key: "f".repeat(32) })).toBe("ERROR_KEY_DOES_NOT_EXIST");
  await ctx.pool.query(suspend, [accountId]);
  ctx.apiKeys.forget(accountId);
  expect(await bodyOf(everything)).toBe("ERROR_ACCOUNT_SUSPENDED");
  await ctx.pool.query("update account_profile set allowed_addresses = '{192.0.2.1}' where account_id = $1", [
    accountId,
  ]);
  ctx.apiKeys.forget(accountId);
  expect(await bodyOf(everything)).toBe("ERROR_IP_NOT_ALLOWED");
  const forwarded = await post(everything, { "X-Forwarded-For": "192.0.2.1" });
  expect(forwarded.body).toBe("ERROR_ACCOUNT_SUSPENDED");
});

test("parameters are judged before the picture, and the picture before the balance", async () => {
  const poor = { key: await buildApiKey(server.ctx, await buildAccount(server.ctx)) };
  expect(await bodyOf({ ...poor, numeric: 9, body: "AAAA" })).toBe("ERROR_BAD_PARAMETERS");
  expect(await bodyOf({ ...poor, body: "AAAA" })).toBe("ERROR_ZERO_CAPTCHA_FILESIZE");
  expect(await bodyOf({ ...poor, ...image })).toBe("ERROR_ZERO_BALANCE");
});

test("a refused submission moves no money and leaves no task", async () => {
  await bodyOf({ ...image, numeric: 9 });
  await upload(PNG.subarray(0, -20));
  expect(await getBalance(server.ctx, accountId)).toMatchObject({
    availableMicros: 1_000_000,
    heldMicros: 0,
  });
});
