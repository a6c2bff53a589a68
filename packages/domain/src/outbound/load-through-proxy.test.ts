import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createServer as createTlsServer, type Server } from "node:https";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSelfSigned } from "@sightline/testing/self-signed";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startNameServer } from "../testing/name-server";
import { type ProxyServer, startProxyServer } from "../testing/proxy-server";
import { type Receiver, startReceiver } from "../testing/receiver";
import { loadsThroughProxy } from "./load-through-proxy";
import type { PageProxy } from "./page-proxy";
import { Outbound } from "./safe-request";

const TYPES = ["HTTP", "HTTPS", "SOCKS4", "SOCKS5"] as const;
let page: Receiver;
let server: ProxyServer;
beforeAll(async () => {
  page = await startReceiver();
  server = await startProxyServer(() => page.port);
});
beforeEach(() => {
  page.calls.length = 0;
  server.asked.length = 0;
  server.user = null;
  server.password = null;
  page.answer = (response) => void response.end("hello");
});
afterAll(async () => {
  await server.stop();
  await page.stop();
});

const outbound = new Outbound({ allowLoopback: true });
const load = (proxy: Partial<PageProxy>, pageUrl = "http://shop.example.com:8080/login?a=1") =>
  loadsThroughProxy(outbound, {
    proxy: { type: "HTTP", host: "127.0.0.1", port: server.port, ...proxy },
    pageUrl,
  });

test.each(TYPES)("a page is loaded through a proxy of type %s, which resolves its name", async (type) => {
  expect(await load({ type })).toBe(true);
  expect(server.asked).toEqual(["shop.example.com:8080"]);
  expect(page.calls[0]?.headers.host).toBe("shop.example.com:8080");
});

test.each(TYPES)("a proxy of type %s that wants a user name gets it", async (type) => {
  server.user = "me";
  server.password = "b@:c";
  expect(await load({ type, user: "me", password: "b@:c" })).toBe(true);
  expect(await load({ type, user: "you", password: "b@:c" })).toBe(false);
});

test("any page will do but for faults of the server or the proxy", async () => {
  for (const [status, good] of [
    [404, true],
    [302, true],
    [407, false],
    [502, false],
  ] as const) {
    page.answer = (response) => void response.writeHead(status).end();
    expect(await load({})).toBe(good);
  }
});

test.each([
  ["closes at once", (socket: { end(): void }) => socket.end()],
  ["answers nonsense", (socket: { end(text: string): void }) => socket.end("nonsense\r\n\r\n")],
  ["answers without an end", (socket: { end(text: string): void }) => socket.end("x".repeat(20_000))],
])("a proxy that %s fails for every type", async (_what, answer) => {
  const strange = createServer((socket) => {
    socket.on("error", () => {});
    answer(socket as never);
  });
  strange.listen(0, "127.0.0.1");
  await once(strange, "listening");
  const { port } = strange.address() as AddressInfo;
  for (const type of TYPES) {
    expect(await load({ type, port })).toBe(false);
    expect(await load({ type, port }, "https://shop.example.com/")).toBe(false);
  }
  strange.close();
});

describe("an https page", () => {
  let tls: Server;
  let tunnel: ProxyServer;
  let certificate: string;
  let answer: (response: ServerResponse) => void;
  const asked: (string | undefined)[] = [];

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "page-"));
    const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    writeSelfSigned(cert, key, "shop.example.com", ["shop.example.com"]);
    certificate = await readFile(cert, "utf8");
    tls = createTlsServer({ cert: certificate, key: await readFile(key) }, (request, response) => {
      asked.push(`${request.headers.host}${request.url}`);
      answer(response);
    });
    await rm(folder, { recursive: true });
    tls.listen(0, "127.0.0.1");
    await once(tls, "listening");
    tunnel = await startProxyServer(() => (tls.address() as AddressInfo).port);
  });
  beforeEach(() => {
    asked.length = 0;
    tunnel.asked.length = 0;
    tunnel.user = null;
    tunnel.password = null;
    answer = (response) => void response.end("hello");
  });
  afterAll(async () => {
    await tunnel.stop();
    tls.closeAllConnections();
    tls.close();
  });

  const loadSecure = (
    proxy: Partial<PageProxy>,
    pageUrl = "https://shop.example.com/login?a=1",
    by = new Outbound({ allowLoopback: true, trusted: [certificate] }),
  ) =>
    loadsThroughProxy(by, {
      proxy: { type: "HTTP", host: "127.0.0.1", port: tunnel.port, ...proxy },
      pageUrl,
    });

  test.each(TYPES)(
    "is loaded through a tunnel of a proxy of type %s, which sees its host only",
    async (type) => {
      expect(await loadSecure({ type })).toBe(true);
      expect(tunnel.asked).toEqual(["shop.example.com:443"]);
      expect(asked).toEqual(["shop.example.com/login?a=1"]);
    },
  );

  test.each(TYPES)("is loaded through a proxy of type %s that wants a user name", async (type) => {
    [tunnel.user, tunnel.password] = ["me", "b@:c"];
    expect(await loadSecure({ type, user: "me", password: "b@:c" })).toBe(true);
    expect(await loadSecure({ type, user: "you", password: "b@:c" })).toBe(false);
    expect(asked).toHaveLength(1);
  });

  test("counts by its own status", async () => {
    answer = (response) => void response.writeHead(403).end();
    expect(await loadSecure({})).toBe(true);
    answer = (response) => void response.writeHead(503).end();
    expect(await loadSecure({})).toBe(false);
  });

  test("counts only with a certificate of its own host that is trusted", async () => {
    expect(await loadSecure({}, "https://other.example.com/")).toBe(false);
    for (const type of TYPES) expect(await loadSecure({ type }, undefined, outbound)).toBe(false);
    expect(asked).toEqual([]);
  });

  test("is no reason to hand a plain request to a proxy", async () => {
    expect(await loadSecure({}, "http://shop.example.com/")).toBe(false);
    expect(asked).toEqual([]);
  });
});

test.each(["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "::1", "0.0.0.0"])(
  "without leave for loopback nothing goes to a proxy at %s",
  async (host) => {
    const strict = new Outbound({ allowLoopback: false });
    const proxy = { type: "HTTP" as const, host, port: server.port };
    expect(await loadsThroughProxy(strict, { proxy, pageUrl: "http://shop.example.com/" })).toBe(false);
    expect(server.asked).toEqual([]);
  },
);

test.each([
  ["a private one", () => ["10.0.0.1"]],
  ["loopback", () => ["127.0.0.1"]],
  ["a public and a private one", () => ["93.184.215.14", "10.0.0.1"]],
])("a proxy whose name means %s is not called, and its name is asked for once", async (_what, answer) => {
  const names = await startNameServer(answer);
  const strict = new Outbound({ allowLoopback: false, dnsServers: [names.address] });
  const proxy = { type: "HTTP" as const, host: "proxy.example.com", port: server.port };
  expect(await loadsThroughProxy(strict, { proxy, pageUrl: "http://shop.example.com/" })).toBe(false);
  expect(server.asked).toEqual([]);
  expect(names.asked).toEqual(["proxy.example.com"]);
  await names.stop();
});

test.each(["203.0.113.5", "sightline.example.com"])(
  "a proxy at our own address %s is not called",
  async (host) => {
    const names = await startNameServer(() => ["127.0.0.1"]);
    const own = new Outbound({
      allowLoopback: true,
      dnsServers: [names.address],
      ownAddresses: ["203.0.113.5", "sightline.example.com"],
    });
    const proxy = { type: "HTTP" as const, host, port: server.port };
    expect(await loadsThroughProxy(own, { proxy, pageUrl: "http://shop.example.com/" })).toBe(false);
    expect([server.asked, names.asked]).toEqual([[], []]);
    await names.stop();
  },
);
