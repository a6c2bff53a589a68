import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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

test("an https page is asked for by its host in a tunnel, and its certificate counts", async () => {
  for (const type of TYPES) expect(await load({ type }, "https://shop.example.com/")).toBe(false);
  expect(server.asked).toEqual(TYPES.map(() => "shop.example.com:443"));
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
