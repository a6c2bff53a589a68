import { encodePng, encodePngOfBytes } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { buildSite } from "@sightline/domain/testing/builders";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type JsonServer, startJsonServer } from "./testing/json-server";

const database = useTestDatabase();
let server: JsonServer;
let key: string;
let accountId: number;

beforeAll(async () => {
  server = await startJsonServer(database.url);
});
beforeEach(async () => {
  ({ key, accountId } = await server.newCustomer());
  await buildSite(server.ctx, accountId, { host: "own.test" });
});
afterAll(() => server.stop());

type Json = Record<string, unknown>;
const create = (task: unknown, more: Json = {}) =>
  server.call("/createTask", { clientKey: key, task, ...more });

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const BODY = base64(encodePng({ noise: noise(600) }));
const HEIC = base64(Buffer.concat([Buffer.from("\0\0\0\x18ftypheic"), Buffer.alloc(200)]));
const PAGE = "https://own.test/log-in";
const UUID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

const image = (more: Json) => ({ type: "ImageToTextTask", body: BODY, ...more });
const grid = (more: Json) => ({ type: "GridTask", body: BODY, comment: "Cars", ...more });
const v2 = (more: Json) => ({
  type: "RecaptchaV2TaskProxyless",
  websiteURL: PAGE,
  websiteKey: "6L".padEnd(40, "x"),
  ...more,
});
const proxied = (more: Json) =>
  v2({ type: "RecaptchaV2Task", proxyType: "http", proxyAddress: "a.test", proxyPort: 80, ...more });
const hcaptcha = { type: "HCaptchaTaskProxyless", websiteURL: PAGE };
const funcaptcha = { type: "FunCaptchaTaskProxyless", websiteURL: PAGE };

const ABSENT = [22, "ERROR_TASK_ABSENT"] as const;
const UNKNOWN = [23, "ERROR_TASK_NOT_SUPPORTED"] as const;
const BAD = [110, "ERROR_BAD_PARAMETERS"] as const;
const INSTRUCTIONS = [115, "ERROR_BAD_IMGINSTRUCTIONS"] as const;
const FILE = [15, "ERROR_IMAGE_TYPE_NOT_SUPPORTED"] as const;
const SMALL = [3, "ERROR_ZERO_CAPTCHA_FILESIZE"] as const;
const LARGE = [4, "ERROR_TOO_BIG_CAPTCHA_FILESIZE"] as const;
const SITE_KEY = [31, "ERROR_RECAPTCHA_INVALID_SITEKEY"] as const;
const PAGE_URL = [5, "ERROR_PAGEURL"] as const;
const DOMAIN = [201, "ERROR_DOMAIN_NOT_ALLOWED"] as const;
const PROXY = [130, "ERROR_BAD_PROXY"] as const;

const REFUSED: [what: string, task: unknown, error: readonly [number, string], description: RegExp][] = [
  ["no task", undefined, ABSENT, /task object/],
  ["a task that is a text", "x", ABSENT, /task object/],
  ["a task that is a list", [], ABSENT, /task object/],
  ["a task without a type", {}, UNKNOWN, /task\.type is missing.*GridTask/],
  ["another vendor's challenge", { type: "TurnstileTask" }, UNKNOWN, /"TurnstileTask"/],
  ["a type that every object has", { type: "constructor" }, UNKNOWN, /"constructor"/],
  ["a number out of range", image({ numeric: 5 }), BAD, /^numeric must be .* to 4\.$/],
  ["minLength over maxLength", image({ minLength: 6, maxLength: 5 }), BAD, /^minLength .* than maxLength\.$/],
  ["a flag that is none", image({ case: "yes" }), BAD, /^case must be/],
  ["a list for a number", image({ numeric: [1] }), BAD, /^numeric must be one value/],
  ["a long comment", image({ comment: "x".repeat(141) }), BAD, /^comment .*140/],
  ["a NUL", image({ comment: "a\0b" }), BAD, /NUL/],
  ["half a surrogate pair", image({ comment: "a\ud800" }), BAD, /surrogate/],
  ["no question", { type: "TextCaptchaTask" }, BAD, /comment is missing/],
  ["a grid without instructions", grid({ comment: null }), BAD, /comment or imgInstructions/],
  ["a grid with eleven rows", grid({ rows: 11 }), BAD, /^rows must be/],
  ["more clicks than cells", grid({ rows: 2, columns: 2, minClicks: 5 }), BAD, /^minClicks .* 4 cells/],
  ["a drawing without instructions", { type: "DrawAroundTask", body: BODY }, BAD, /comment/],
  ["boxes without instructions", { type: "BoundingBoxTask", body: BODY }, BAD, /comment/],
  ["clicks the wrong way round", grid({ minClicks: 3, maxClicks: 2 }), BAD, /^minClicks .* than maxClicks/],
  ["a mode that is none", { type: "ImageToCoordinatesTask", mode: "x" }, BAD, /points or rectangles/],
  ["a turn of no degrees", { type: "RotateTask", body: BODY, angle: 0 }, BAD, /^angle must be/],
  ["a sound without a language", { type: "AudioTask", body: BODY }, BAD, /^lang must be/],
  ["cookies that are none", v2({ cookies: "a" }), BAD, /^cookies/],
  ["a score out of range", v2({ type: "RecaptchaV3TaskProxyless", minScore: 1 }), BAD, /^minScore must be/],
  ["data that is no object", { ...funcaptcha, websitePublicKey: UUID, data: "x" }, BAD, /^data must be/],
  ["no public key", funcaptcha, BAD, /^websitePublicKey is missing/],
  ["instructions that are no picture", image({ imgInstructions: "aGVsbG8=" }), INSTRUCTIONS, /400 x 150/],
  [
    "instructions that are too wide",
    image({ imgInstructions: base64(encodePng({ widthPx: 401 })) }),
    INSTRUCTIONS,
    /400 x 150/,
  ],
  ["no body", image({ body: null }), FILE, /./],
  ["a body that is no base64", image({ body: "%%%" }), FILE, /./],
  ["bytes that are no picture", image({ body: base64(Buffer.alloc(200, "x")) }), FILE, /./],
  ["a picture of another format", image({ body: HEIC }), FILE, /format/],
  ["a sound that is a picture", { type: "AudioTask", body: BODY, lang: "en" }, FILE, /./],
  ["99 bytes", image({ body: base64(Buffer.alloc(99)) }), SMALL, /100 bytes/],
  ["a picture that is too large", image({ body: base64(encodePngOfBytes(614_401)) }), LARGE, /600 kB/],
  ["no site key", v2({ websiteKey: null }), SITE_KEY, /^websiteKey is missing/],
  ["an empty site key", v2({ websiteKey: "" }), SITE_KEY, /^websiteKey is empty/],
  ["an hCaptcha key that is none", { ...hcaptcha, websiteKey: "x" }, SITE_KEY, /^websiteKey/],
  ["no page", v2({ websiteURL: null }), PAGE_URL, /^websiteURL/],
  ["a page that is no address", v2({ websiteURL: "ftp://own.test" }), PAGE_URL, /^websiteURL/],
  ["a site that is not verified", v2({ websiteURL: "https://x.test" }), DOMAIN, /x\.test is not verified/],
  ["tiles of such a site", grid({ imgType: "recaptcha", websiteURL: "https://x.test" }), DOMAIN, /verified/],
  ["tiles of no site", grid({ imgType: "recaptcha" }), PAGE_URL, /^websiteURL/],
  ["no proxy where one belongs", v2({ type: "RecaptchaV2Task" }), PROXY, /proxyAddress/],
  ["a proxy without a port", proxied({ proxyPort: null }), PROXY, /proxyPort/],
  ["a proxy of no known type", proxied({ proxyType: "tor" }), PROXY, /proxyType/],
  ["a proxy without a type", proxied({ proxyType: null }), PROXY, /proxyType/],
];

test.each(REFUSED)(
  "%s is refused and nothing is charged",
  async (_what, task, [errorId, errorCode], says) => {
    expect(await create(task)).toEqual({ errorId, errorCode, errorDescription: expect.stringMatching(says) });
    expect(await server.call("/getBalance", { clientKey: key })).toEqual({ errorId: 0, balance: 1 });
  },
);

test("a callback to a host that is not registered is refused", async () => {
  expect(await create(image({}), { callbackUrl: "https://a.test/" })).toEqual({
    errorId: 110,
    errorCode: "ERROR_BAD_PARAMETERS",
    errorDescription: expect.stringContaining("not registered"),
  });
  expect(await create(image({}), { callbackUrl: null })).toMatchObject({ errorId: 0 });
});

test("an account without money gets no task", async () => {
  ({ key } = await server.newCustomer(0));
  expect(await create(image({}))).toEqual({
    errorId: 10,
    errorCode: "ERROR_ZERO_BALANCE",
    errorDescription: expect.stringContaining("Add funds"),
  });
});

test("a suspended account gets no task", async () => {
  await server.ctx.pool.query("update account_profile set suspended_at = now() where account_id = $1", [
    accountId,
  ]);
  expect(await create(image({}))).toMatchObject({ errorId: 55, errorCode: "ERROR_ACCOUNT_SUSPENDED" });
});

test("too many submissions are refused by the rule's name and the seconds left", async () => {
  for (let sent = 0; sent < 60; sent++) await create({});
  expect(await create({})).toEqual({
    errorId: 202,
    errorCode: "ERROR_TOO_MUCH_REQUESTS",
    errorDescription: expect.stringMatching(/^MAX_USER_TURN\. .* 10 s are left\.$/),
  });
  server.clock.advance(10_000);
  expect(await create({})).toMatchObject({ errorId: 23 });
});
