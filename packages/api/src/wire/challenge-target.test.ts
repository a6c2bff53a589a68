import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { BAD_FOR_MS, rememberBadTarget } from "@sightline/domain/sites/remember-bad-target";
import { removeSite } from "@sightline/domain/sites/remove-site";
import { buildAccount, buildApiKey, buildSite } from "@sightline/domain/testing/builders";
import { type ProxyServer, startProxyServer } from "@sightline/domain/testing/proxy-server";
import { type Receiver, startReceiver } from "@sightline/domain/testing/receiver";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type JsonServer, startJsonServer } from "../json/testing/json-server";
import { exchange, request } from "../legacy/testing/exchange";
import { type LegacyServer, startLegacyServer } from "../legacy/testing/legacy-server";

const database = useTestDatabase();
const KEY = "6Le-wvkSVVABCPBMRTvw0Q4Muexq1bi0DJwx_mJ-";
let classic: LegacyServer;
let json: JsonServer;
let page: Receiver;
let proxy: ProxyServer;
let accountId: number;
let siteId: number;
let key: string;

beforeAll(async () => {
  classic = await startLegacyServer(database.url);
  json = await startJsonServer(database.url);
  page = await startReceiver();
  proxy = await startProxyServer(() => page.port);
});
beforeEach(async () => {
  accountId = await buildAccount(classic.ctx, { amountMicros: 1_000_000 });
  key = await buildApiKey(classic.ctx, accountId);
  siteId = await buildSite(classic.ctx, accountId);
  proxy.asked.length = 0;
});
afterEach(() => classic.ctx.pool.query("delete from open_task"));
afterAll(async () => {
  await proxy.stop();
  await page.stop();
  await json.stop();
  await classic.stop();
});

async function v1(values: Record<string, unknown>): Promise<string> {
  const body = JSON.stringify({ key, method: "userrecaptcha", googlekey: KEY, ...values });
  const headers = { "Content-Type": "application/json" };
  return (await exchange(classic.port, request("POST /in.php", headers, body))).body;
}
async function read(taskId: string, server = classic): Promise<string> {
  return (await exchange(server.port, request(`GET /res.php?key=${key}&action=get&id=${taskId}&wait=5`)))
    .body;
}
const v2 = (values: Record<string, unknown>) =>
  json.call("/createTask", {
    clientKey: key,
    task: { type: "RecaptchaV2TaskProxyless", websiteURL: "http://demo.test/", websiteKey: KEY, ...values },
  });
function advance(ms: number): void {
  for (const { clock } of [classic, json]) clock.advance(ms);
}
const spent = async () =>
  (
    await classic.ctx.pool.query<{ spent: number }>(
      "select 1000000 - available_micros as spent from account where id = $1",
      [accountId],
    )
  ).rows[0]?.spent;

describe("the host of pageurl is what the URL parser says", () => {
  test.each([
    "http://demo.test/",
    "https://DEMO.test:8443/login?next=https://evil.example",
    "http://demo.test./",
    "http://demo.test\u3002/",
    "https:\\\\demo.test\\a",
    "https://user:pass@demo.test/",
    "  https://demo.test/  ",
  ])("%s is of the site", async (pageurl) => {
    expect(await v1({ pageurl })).toMatch(/^OK\|/);
    expect(await v2({ websiteURL: pageurl })).toMatchObject({ errorId: 0 });
  });

  test.each([
    "https://demo.test@evil.example/",
    "https://evil.example/demo.test",
    "https://evil.example/?https://demo.test/",
    "https://demo.test.evil.example/",
    "https://www.demo.test/",
    "https://demo.test%2eevil.example/",
    "https://xn--dmo-bma.test/",
    "https://d\u0435mo.test/",
    "http://127.0.0.1/",
    "http://[::1]/",
    "https://evil.example\\@demo.test/",
  ])("%s is of no site of this account", async (pageurl) => {
    expect(await v1({ pageurl })).toBe("ERROR_DOMAIN_NOT_ALLOWED");
    expect(await v2({ websiteURL: pageurl })).toMatchObject({ errorId: 201 });
    expect(await spent()).toBe(0);
  });

  test.each([
    "data:text/html,demo.test",
    "javascript:demo.test",
    "//demo.test/",
    "demo.test",
    "ftp://demo.test/",
    "https://",
  ])("%s is no page", async (pageurl) => {
    expect(await v1({ pageurl })).toBe("ERROR_PAGEURL");
    expect(await v2({ websiteURL: pageurl })).toMatchObject({ errorId: 5 });
  });
});

test("a site of another account is no site of this one", async () => {
  const other = await buildAccount(classic.ctx, { amountMicros: 1_000_000 });
  await buildSite(classic.ctx, other, { host: "theirs.test" });
  expect(await v1({ pageurl: "https://theirs.test/" })).toBe("ERROR_DOMAIN_NOT_ALLOWED");
  expect(await spent()).toBe(0);
});

test("a site that one process removes is refused by the others", async () => {
  expect(await v2({})).toMatchObject({ errorId: 0 });
  await removeSite(classic.ctx, { accountId, siteId });
  expect(await v1({ pageurl: "http://demo.test/" })).toBe("ERROR_DOMAIN_NOT_ALLOWED");
  for (let i = 0; i < 100 && (await v2({})).errorId === 0; i++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await v2({})).toMatchObject({ errorId: 201 });
});

test("a picture said to be cut from a challenge ends unpaid when its site is removed while it waits", async () => {
  const body = encodePng({ widthPx: 120, heightPx: 40, noise: noise(600) }).toString("base64");
  const cut = { method: "base64", body, img_type: "recaptcha", recaptcha: 1, textinstructions: "buses" };
  const sent = await v1({ ...cut, pageurl: "http://demo.test/" });
  expect(sent).toMatch(/^OK\|/);
  await removeSite(classic.ctx, { accountId, siteId });
  expect(await read(sent.slice(3))).toBe("ERROR_CAPTCHA_UNSOLVABLE");
  expect(await spent()).toBe(0);
  expect(await v1({ ...cut, pageurl: "http://demo.test/" })).toBe("ERROR_DOMAIN_NOT_ALLOWED");
});

test.each([
  ["waits for staff", { approvedAt: null }, "waits for our staff"],
  ["is suspended", { suspendedAt: new Date(), suspendedReason: "gone" }, "is suspended"],
  ["has not been proved", { verifiedAt: null }, "has not been verified yet"],
])("a site that %s is refused in words that say so", async (_how, overrides, says) => {
  await buildSite(classic.ctx, accountId, { host: "second.test", ...overrides });
  json.ctx.sites.forgetAll();
  expect(await v2({ websiteURL: "https://second.test/" })).toMatchObject({
    errorCode: "ERROR_DOMAIN_NOT_ALLOWED",
    errorDescription: expect.stringContaining(says),
  });
});

test("a pair that the widget refused is refused for ten minutes, in every process, to this account alone", async () => {
  const pageUrl = "http://demo.test/";
  await rememberBadTarget(classic.ctx, accountId, { what: "pair", siteKey: KEY, pageUrl });
  expect(await v1({ pageurl: pageUrl })).toBe("ERROR_BAD_TOKEN_OR_PAGEURL");
  expect(await v2({})).toMatchObject({ errorId: 31 });
  expect(await v1({ pageurl: pageUrl, googlekey: KEY.replace("6Le", "6La") })).toMatch(/^OK/);
  expect(await v1({ pageurl: `${pageUrl}other` })).toMatch(/^OK/);
  // It wins over a proxy that is malformed.
  expect(await v1({ pageurl: pageUrl, proxy: "x" })).toBe("ERROR_BAD_TOKEN_OR_PAGEURL");
  advance(BAD_FOR_MS);
  expect(await v1({ pageurl: pageUrl })).toMatch(/^OK/);
});

test("a page that loads through the customer's proxy leaves the task as it is", async () => {
  proxy.user = "me";
  proxy.password = "b@:c";
  const sent = await v2({
    type: "RecaptchaV2Task",
    proxyType: "socks5",
    proxyAddress: "127.0.0.1",
    proxyPort: proxy.port,
    proxyLogin: "me",
    proxyPassword: "b@:c",
  });
  expect(sent).toMatchObject({ errorId: 0 });
  for (let i = 0; i < 200 && page.calls.length === 0; i++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(proxy.asked).toEqual(["demo.test:80"]);
  const stored = await classic.ctx.pool.query("select hints::text from task_input where task_id = $1", [
    sent.taskId,
  ]);
  expect(stored.rows[0]?.hints).not.toContain("b@:c");
  expect(
    (await classic.ctx.pool.query("select state from open_task where id = $1", [sent.taskId])).rows,
  ).toEqual([{ state: 0 }]);
  proxy.user = null;
});

test("a page that does not load through the proxy ends the task uncharged, and marks the proxy for ten minutes", async () => {
  const send = () => v1({ pageurl: "http://demo.test/", proxy: "me:x@127.0.0.1:9" });
  const sent = await send();
  expect(await read(sent.slice(3))).toBe("ERROR_PROXY_CONNECTION_FAILED");
  expect(await spent()).toBe(0);
  expect(await send()).toBe("ERROR_BAD_PROXY");
  expect(await json.call("/getTaskResult", { clientKey: key, taskId: Number(sent.slice(3)) })).toMatchObject({
    errorId: 130,
  });
  expect(
    await v2({
      type: "RecaptchaV2Task",
      proxyType: "http",
      proxyAddress: "127.0.0.1",
      proxyPort: 9,
      proxyLogin: "me",
      proxyPassword: "x",
    }),
  ).toMatchObject({ errorId: 130, errorCode: "ERROR_BAD_PROXY" });
  advance(BAD_FOR_MS);
  expect(await send()).toMatch(/^OK/);
});

test.each(["10.0.0.1:80", "[fd00::1]:80", "169.254.169.254:80", "0.0.0.0:80"])(
  "a proxy at %s is refused, and nothing is charged",
  async (address) => {
    expect(await v1({ pageurl: "http://demo.test/", proxy: address })).toBe("ERROR_BAD_PROXY");
    expect(await spent()).toBe(0);
  },
);

test.each([
  "nowhere",
  "a.test",
  "a.test:0",
  "a.test:65536",
  "http://a.test:80",
  "user@a.test:80",
  "user:pass:a.test:80",
  ":80",
  `${"a".repeat(1_000)}.test:80`,
])("%s is no proxy", async (text) => {
  expect(await v1({ pageurl: "http://demo.test/", proxy: text })).toBe("ERROR_PROXY_FORMAT");
});

test("a full queue is said after an empty purse, and counts for 1003", async () => {
  const send = () => v1({ pageurl: "http://demo.test/" });
  await classic.ctx.pool.query(
    `update account_profile set limit_overrides = '{"submissions": 1000}' where account_id = $1`,
    [accountId],
  );
  classic.ctx.apiKeys.forget(accountId);
  for (let i = 0; i < 100; i++) await send();
  expect(await send()).toBe("ERROR_NO_SLOT_AVAILABLE");
  expect(await spent()).toBe(100 * 350);
  await classic.ctx.pool.query("update account set available_micros = 0 where id = $1", [accountId]);
  expect(await send()).toBe("ERROR_ZERO_BALANCE");
});
