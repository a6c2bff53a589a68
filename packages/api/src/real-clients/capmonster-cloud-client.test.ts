import { createRequire } from "node:module";
import type * as CapMonster from "@zennolab_com/capmonstercloud-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WORD } from "../docs/sample-files";
import { useTestApp } from "../testing/test-app";
import { type AnsweringWorker, seatAnsweringWorkers } from "./testing/answering-worker";
import { buildCustomerWithSite, OWN_SITE } from "./testing/customer-with-site";

// The package as it is published, pointed here by its own option `serviceUrl`. It is CommonJS and loads Node's http
// by way of its `module`, so it is required, as its users do.
const {
  CapMonsterCloudClientFactory,
  ClientOptions,
  ErrorType,
  FunCaptchaRequest,
  HCaptchaRequest,
  ImageToTextRequest,
  RecaptchaV2EnterpriseRequest,
  RecaptchaV2Request,
  RecaptchaV3EnterpriseRequest,
  RecaptchaV3ProxylessRequest,
} = createRequire(import.meta.url)("@zennolab_com/capmonstercloud-client") as typeof CapMonster;

const app = useTestApp();
let client: ReturnType<typeof CapMonsterCloudClientFactory.Create>;
let worker: AnsweringWorker;

const clientWith = (clientKey: string) =>
  CapMonsterCloudClientFactory.Create(new ClientOptions({ clientKey, serviceUrl: app.origin }));

beforeAll(async () => {
  const { key } = await buildCustomerWithSite(app.ctx);
  client = clientWith(key);
  worker = await seatAnsweringWorkers(app.ctx);
});
afterAll(() => worker?.close());

/** Its own waits are longer than a test should be. */
const WAITS = { firstRequestDelay: 20, firstRequestNoCacheDelay: 20, requestsInterval: 50, timeout: 10_000 };
const websiteURL = `https://${OWN_SITE}/sign-up`;
const websiteKey = "6LeOwnSiteKeyOfTheTest000000000000000000";
const body = WORD.bytes.toString("base64");

test("an image, with its usual waits", async () => {
  const result = await client.Solve(new ImageToTextRequest({ body, Case: true, numeric: 0, math: false }));
  expect(result).toMatchObject({ solution: { text: "W7K2P" } });
  expect(result.error).toBeUndefined();
});

test("reCAPTCHA v2 of one's own site", async () => {
  const { solution, error } = await client.Solve(new RecaptchaV2Request({ websiteURL, websiteKey }), WAITS);
  expect(error).toBeUndefined();
  expect(solution).toMatchObject({ gRecaptchaResponse: "token-v2" });
});

test("reCAPTCHA v3 of one's own site", async () => {
  const request = new RecaptchaV3ProxylessRequest({
    websiteURL,
    websiteKey,
    minScore: 0.3,
    pageAction: "login",
  });
  const { solution, error } = await client.Solve(request, WAITS);
  expect(error).toBeUndefined();
  expect(solution).toMatchObject({ gRecaptchaResponse: "token-v3" });
});

test("reCAPTCHA v2 Enterprise of one's own site", async () => {
  const request = new RecaptchaV2EnterpriseRequest({
    websiteURL,
    websiteKey,
    enterprisePayload: { s: "once" },
  });
  const { solution, error } = await client.Solve(request, WAITS);
  expect(error).toBeUndefined();
  expect(solution).toMatchObject({ gRecaptchaResponse: "token-v2" });
});

test("reCAPTCHA v3 Enterprise of one's own site", async () => {
  const request = new RecaptchaV3EnterpriseRequest({
    websiteURL,
    websiteKey,
    minScore: 0.3,
    pageAction: "login",
  });
  const { solution, error } = await client.Solve(request, WAITS);
  expect(error).toBeUndefined();
  expect(solution).toMatchObject({ gRecaptchaResponse: "token-v3" });
});

test("hCaptcha of one's own site, with the worker's user agent", async () => {
  const request = new HCaptchaRequest({ websiteURL, websiteKey: "b76cd927-d266-4cfb-a328-3b03ae07ded6" });
  const { solution, error } = await client.Solve(request, WAITS);
  expect(error).toBeUndefined();
  expect(solution).toMatchObject({
    gRecaptchaResponse: "token-h",
    respKey: "E0_key",
    userAgent: "Mozilla/5.0 (worker)",
  });
});

test("FunCaptcha of one's own site", async () => {
  const request = new FunCaptchaRequest({
    websiteURL,
    websitePublicKey: "11111111-1111-1111-1111-111111111111",
  });
  const { solution, error } = await client.Solve(request, WAITS);
  expect(error).toBeUndefined();
  expect(solution).toMatchObject({ token: "token-f|r=eu|sup=1", userAgent: "Mozilla/5.0 (worker)" });
});

test("the balance is a number", async () => {
  const { balance } = await client.getBalance();
  expect(balance).toBeGreaterThan(0.9);
});

test("what nobody can read is its error for that", async () => {
  worker.unreadable.add("image");
  const { error } = await client.Solve(new ImageToTextRequest({ body }), WAITS);
  worker.unreadable.delete("image");
  expect(error).toBe(ErrorType.CAPTCHA_UNSOLVABLE);
});

test("a site that is not one's own is its error for that", async () => {
  const request = new RecaptchaV2Request({ websiteURL: "https://stranger.test/", websiteKey });
  expect((await client.Solve(request, WAITS)).error).toBe(ErrorType.DOMAIN_NOT_ALLOWED);
});

test("a wrong key is its error for that", async () => {
  const { error } = await clientWith("0".repeat(32)).Solve(new ImageToTextRequest({ body }), WAITS);
  expect(error).toBe(ErrorType.KEY_DOES_NOT_EXIST);
});
