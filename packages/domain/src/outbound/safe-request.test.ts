import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type NameServer, startNameServer } from "../testing/name-server";
import { type Receiver, startReceiver } from "../testing/receiver";
import { RESPONSE_BYTES_MAX } from "./exchange";
import { Outbound, type OutboundOptions } from "./safe-request";

const PUBLIC = "8.8.8.8";
let receiver: Receiver;
let names: NameServer;
beforeAll(async () => {
  names = await startNameServer(() => ["127.0.0.1"]);
});
afterAll(() => names.stop());
beforeEach(async () => {
  receiver = await startReceiver();
  names.answer = () => ["127.0.0.1"];
  names.asked.length = 0;
});
afterEach(() => receiver.stop());

const open = (options: Partial<OutboundOptions> = {}): Outbound =>
  new Outbound({
    allowLoopback: true,
    dnsServers: [names.address],
    connectMs: 400,
    totalMs: 600,
    ...options,
  });
const post = (outbound: Outbound, url: string, body = "a=1") =>
  outbound.request({ method: "POST", url, body });
const refused = { ok: false, failure: "refused_address", status: null };

test("a request reaches its receiver with its method, headers and body", async () => {
  const reply = await open().request({
    method: "POST",
    url: `http://shop.test:${receiver.port}/done?order=7`,
    headers: { "content-type": "text/plain" },
    body: "żółw",
  });
  expect(reply).toEqual({ ok: true, status: 200, body: Buffer.from("thank you") });
  const [call] = receiver.calls;
  expect(call).toMatchObject({ method: "POST", path: "/done?order=7", body: "żółw" });
  expect(call?.headers).toMatchObject({ host: `shop.test:${receiver.port}`, "content-type": "text/plain" });
});

test.each([
  "127.0.0.1",
  "127.1",
  "2130706433",
  "0x7f.0.0.1",
  "0177.0.0.1",
  "[::1]",
  "[::ffff:127.0.0.1]",
  "localhost",
  "a.localhost",
  "10.0.0.1",
  "169.254.169.254",
  "[fe80::1]",
  "[fd00::1]",
  "0.0.0.0",
  "shop.test",
])("without leave for loopback nothing is sent to %s", async (host) => {
  expect(await post(open({ allowLoopback: false }), `http://${host}:${receiver.port}/`)).toEqual(refused);
  expect(receiver.calls).toEqual([]);
});

test("leave for loopback is no leave for other addresses that are not public", async () => {
  for (const host of ["10.0.0.1", "[::ffff:127.0.0.1]", "0.0.0.0"]) {
    expect(await post(open(), `http://${host}:${receiver.port}/`)).toEqual(refused);
  }
});

test("a name that is public when it is registered and loopback when it is called is refused", async () => {
  names.answer = () => (names.asked.length <= 1 ? [PUBLIC] : ["127.0.0.1"]);
  const outbound = open({ allowLoopback: false });
  expect(await outbound.addressesOf("rebind.test")).toEqual({ ok: true, addresses: [PUBLIC] });
  expect(await post(outbound, `http://rebind.test:${receiver.port}/`)).toEqual(refused);
  expect(receiver.calls).toEqual([]);
});

test("a name is resolved once for a request: the socket goes to the address that was checked", async () => {
  names.answer = () => (names.asked.length <= 1 ? ["127.0.0.1"] : ["127.0.0.99"]);
  expect(await post(open(), `http://once.test:${receiver.port}/`)).toMatchObject({ ok: true });
  expect(names.asked).toEqual(["once.test"]);
});

test("one address that is not public is enough to refuse a name", async () => {
  names.answer = () => [PUBLIC, "192.168.0.1"];
  expect(await open().addressesOf("both.test")).toEqual({ ok: false, failure: "refused_address" });
});

test("the installation's own addresses and names are refused", async () => {
  names.answer = () => [PUBLIC];
  for (const own of [PUBLIC, "us.test"]) {
    expect(await open({ ownAddresses: [own] }).addressesOf("us.test")).toEqual({
      ok: false,
      failure: "refused_address",
    });
  }
});

test("a name without an address, and a name server that is away, are failures of DNS", async () => {
  names.answer = () => [];
  const failure = { ok: false, failure: "dns", status: null };
  expect(await post(open(), "http://nowhere.test/")).toEqual(failure);
  expect(
    await post(open({ dnsServers: ["127.0.0.1:1"], connectMs: 5_000, totalMs: 9_000 }), "http://away.test/"),
  ).toEqual(failure);
});

test.each([
  "ftp://shop.test/",
  "shop.test",
  "http://user@shop.test/",
  "http://:pw@shop.test/",
  "file:///etc/hosts",
])("%s is not called", async (url) => {
  expect(await post(open(), url)).toEqual({ ok: false, failure: "bad_url", status: null });
});

test("a redirect is an answer, and is not followed", async () => {
  receiver.answer = (response) => void response.writeHead(302, { location: "/inside" }).end();
  expect(await post(open(), `http://shop.test:${receiver.port}/`)).toEqual({
    ok: false,
    failure: "redirect",
    status: 302,
    location: "/inside",
  });
  expect(receiver.calls).toHaveLength(1);
});

test("a status that is not success is a failure that tells it", async () => {
  receiver.answer = (response) => void response.writeHead(503).end("later");
  expect(await post(open(), `http://shop.test:${receiver.port}/`)).toEqual({
    ok: false,
    failure: "status",
    status: 503,
  });
});

test("an answer is read to its limit and not further", async () => {
  receiver.answer = (response) => void response.end("x".repeat(RESPONSE_BYTES_MAX));
  expect(await post(open(), `http://shop.test:${receiver.port}/`)).toMatchObject({ ok: true });
  let sentAll = false;
  receiver.answer = (response) => {
    const chunk = Buffer.alloc(65_536);
    const write = (): void => {
      while (response.write(chunk)) if (response.destroyed) return;
      response.once("drain", write);
    };
    response.on("finish", () => {
      sentAll = true;
    });
    write();
  };
  expect(await post(open(), `http://shop.test:${receiver.port}/`)).toEqual({
    ok: false,
    failure: "too_large",
    status: 200,
  });
  expect(sentAll).toBe(false);
});

test("a receiver that does not answer, or drips, is given up in time", async () => {
  receiver.answer = () => {};
  expect(await post(open(), `http://shop.test:${receiver.port}/`)).toEqual({
    ok: false,
    failure: "timeout",
    status: null,
  });
  receiver.answer = (response) => {
    const timer = setInterval(() => response.write("."), 50);
    response.on("close", () => clearInterval(timer));
  };
  const startedMs = performance.now();
  expect(await post(open(), `http://shop.test:${receiver.port}/`)).toEqual({
    ok: false,
    failure: "timeout",
    status: 200,
  });
  expect(performance.now() - startedMs).toBeLessThan(2_000);
});

test("a closed port, a broken answer and a failed TLS handshake have their own names", async () => {
  const raw = await listen((socket) => void socket.end("nonsense\r\n\r\n"));
  const { port } = raw.address() as AddressInfo;
  expect(await post(open(), `http://shop.test:${port}/`)).toMatchObject({ failure: "broken" });
  expect(await post(open(), `https://shop.test:${port}/`)).toMatchObject({ failure: "tls" });
  raw.close();
  await once(raw, "close");
  expect(await post(open(), `http://shop.test:${port}/`)).toMatchObject({ failure: "connect" });
});

test("a request is cut off when its caller stops", async () => {
  receiver.answer = () => {};
  const abort = new AbortController();
  const reply = open().request({
    method: "GET",
    url: `http://shop.test:${receiver.port}/`,
    signal: abort.signal,
  });
  await receiver.received(1);
  abort.abort();
  expect(await reply).toEqual({ ok: false, failure: "cancelled", status: null });
});

async function listen(answer: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => {}).resume();
    answer(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}
