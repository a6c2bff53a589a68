import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Outbound } from "../outbound/safe-request";
import { type NameServer, startNameServer } from "../testing/name-server";
import { type Receiver, startReceiver } from "../testing/receiver";
import { SiteProver } from "./site-prover";

const TOKEN = "sightline-site=abc";
const META = `<meta name="sightline-challenge" content="${TOKEN}">`;
const RECORD = "_sightline-challenge.example.com";
let names: NameServer;
let web: Receiver;

beforeAll(async () => {
  names = await startNameServer(() => ["127.0.0.1"]);
  web = await startReceiver();
});
beforeEach(() => {
  names.answer = () => ["127.0.0.1"];
  names.text = () => [];
  web.calls.length = 0;
  web.answer = (response) => void response.writeHead(404).end();
});
afterAll(async () => {
  await web.stop();
  await names.stop();
});

function open(allowLoopback = true): SiteProver {
  const options = { dnsServers: [names.address], connectMs: 500, totalMs: 1_500 };
  return new SiteProver(new Outbound({ ...options, allowLoopback }), {
    dnsServers: [names.address],
    ports: { http: web.port, https: 9 },
  });
}
const prove = (method: "dns" | "file" | "meta", prover = open()) =>
  prover.prove({ host: "example.com", method, token: TOKEN });

test("a TXT record that holds the token proves the site, among others and in pieces", async () => {
  names.text = (name) => (name === RECORD ? ["v=spf1 -all", TOKEN] : []);
  expect((await prove("dns")).outcome).toBe("good");
  const long = `${"x".repeat(300)}`;
  names.text = () => [long];
  const finding = await open().prove({ host: "example.com", method: "dns", token: long });
  expect(finding.outcome).toBe("good");
});

test("a record elsewhere, another token and no record are wrong, in words that say what is there", async () => {
  names.text = (name) => (name === "example.com" ? [TOKEN] : []);
  expect(await prove("dns")).toMatchObject({ outcome: "wrong", detail: expect.stringContaining(RECORD) });
  names.text = () => [`${TOKEN}x`];
  expect(await prove("dns")).toMatchObject({ outcome: "wrong", detail: expect.stringContaining("abcx") });
});

test("a name server that fails says nothing about the owner", async () => {
  names.text = () => null;
  expect((await prove("dns")).outcome).toBe("unreachable");
});

test("a record that comes and goes is found when it is there", async () => {
  let asked = 0;
  names.text = () => (asked++ % 2 === 0 ? [TOKEN] : ["something else"]);
  const prover = open();
  const outcomes: string[] = [];
  for (let i = 0; i < 4; i++) outcomes.push((await prove("dns", prover)).outcome);
  expect(outcomes).toEqual(["good", "wrong", "good", "wrong"]);
});

test("a file that holds the token alone proves the site", async () => {
  web.answer = (response, { path }) =>
    void (path === "/.well-known/sightline-challenge.txt"
      ? response.end(`\ufeff${TOKEN}\r\n`)
      : response.end("no"));
  expect((await prove("file")).outcome).toBe("good");
  web.answer = (response) => void response.end(`hello ${TOKEN}`);
  expect((await prove("file")).outcome).toBe("wrong");
});

test("a meta tag in the head of the first page proves the site, and one in the body does not", async () => {
  web.answer = (response, { path }) => void response.end(path === "/" ? `<head>${META}</head>` : "");
  expect((await prove("meta")).outcome).toBe("good");
  web.answer = (response) => void response.end(`<head></head><body>${META}</body>`);
  expect((await prove("meta")).outcome).toBe("wrong");
});

test("of a page of ten megabytes only the head is received", async () => {
  let sent = 0;
  const chunk = Buffer.alloc(65_536, "x");
  web.answer = (response) => {
    response.write(`<head>${META}</head><body>`);
    const more = (): void => {
      while (sent < 10_485_760 && !response.destroyed) {
        sent += chunk.length;
        if (!response.write(chunk)) return void response.once("drain", more);
      }
      response.end();
    };
    more();
  };
  expect((await prove("meta")).outcome).toBe("good");
  expect(sent).toBeLessThan(9_000_000);
});

test("a token behind the first 256 kB is not looked for", async () => {
  web.answer = (response) => void response.end(`<head>${" ".repeat(262_144)}${META}</head>`);
  expect(await prove("meta")).toMatchObject({ outcome: "wrong", detail: expect.stringContaining("256 kB") });
});

test("a redirect on the host is followed", async () => {
  web.answer = (response, { path }) =>
    void (path === "/"
      ? response.writeHead(302, { location: "/start" }).end()
      : response.end(`<head>${META}</head>`));
  expect((await prove("meta")).outcome).toBe("good");
});

test.each([
  ["another host", "http://evil.example.org/"],
  ["a name under the host", "http://www.example.com/"],
  ["the host as a user name", "http://example.com@evil.example.org/"],
  ["an inside address", "http://169.254.169.254/latest/meta-data/"],
  ["a file of ours", "file:///etc/passwd"],
  ["data", `data:text/html,${META}`],
])("a redirect to %s is not followed", async (_what, location) => {
  web.answer = (response) => void response.writeHead(302, { location }).end();
  expect((await prove("meta")).outcome).toBe("wrong");
  expect(web.calls).toHaveLength(1);
});

test("redirects that go round end after three", async () => {
  web.answer = (response, { path }) => void response.writeHead(302, { location: `${path}x` }).end();
  expect(await prove("file")).toMatchObject({
    outcome: "wrong",
    detail: expect.stringContaining("again and again"),
  });
  expect(web.calls).toHaveLength(4);
});

test.each(["file", "meta"] as const)(
  "without leave for loopback nothing is reached by %s",
  async (method) => {
    web.answer = (response) => void response.end(TOKEN);
    expect((await prove(method, open(false))).outcome).toBe("wrong");
    expect(web.calls).toEqual([]);
  },
);

test("a name that means a public address first and loopback later reaches nothing", async () => {
  const seen: number[] = [];
  names.answer = () => {
    seen.push(1);
    return seen.length <= 1 ? ["93.184.215.14", "127.0.0.1"] : ["127.0.0.1"];
  };
  expect((await prove("file", open(false))).outcome).toBe("wrong");
  expect(web.calls).toEqual([]);
});

test("a server's own trouble is no wrong answer, a missing page is", async () => {
  web.answer = (response) => void response.writeHead(503).end();
  expect((await prove("file")).outcome).toBe("unreachable");
  web.answer = (response) => void response.writeHead(429).end();
  expect((await prove("file")).outcome).toBe("unreachable");
  web.answer = (response) => void response.writeHead(404).end();
  expect((await prove("file")).outcome).toBe("wrong");
});

test("a server that says nothing is not waited for", async () => {
  web.answer = () => {};
  expect((await prove("file")).outcome).toBe("unreachable");
});

test("the demo's stand-in answers without a question to DNS", async () => {
  const prover = new SiteProver(new Outbound({ allowLoopback: false }), {
    standInRecords: new Map([[RECORD, [TOKEN]]]),
  });
  expect((await prove("dns", prover)).outcome).toBe("good");
});
