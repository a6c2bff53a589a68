import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAccount, buildDomain } from "../testing/builders";
import { type NameServer, startNameServer } from "../testing/name-server";
import { findCallbackRefusal } from "./check-callback-url";
import { listCallbackHosts } from "./list-hosts";
import { readCallbackAddress, writeCallbackAddress } from "./read-callback-address";
import { registerCallbackHost } from "./register-host";
import { removeCallbackHosts } from "./remove-hosts";

const PUBLIC = "8.8.8.8";
const database = useTestDatabase();
let names: NameServer;
let domain: Domain;
let demo: Domain;
let ctx: DomainContext;
let clock: MovableClock;

beforeAll(async () => {
  names = await startNameServer((name) => (name.includes("shop") ? [PUBLIC] : []));
  const dnsServers = [names.address];
  ({ domain, ctx, clock } = await buildDomain(database.url, {
    outbound: { allowLoopback: false, dnsServers },
  }));
  ({ domain: demo } = await buildDomain(database.url, { outbound: { allowLoopback: true, dnsServers } }));
});
afterAll(async () => {
  await Promise.all([domain.stop(), demo.stop(), names.stop()]);
});

const register = (accountId: number, addr: string, callerAddress = PUBLIC) =>
  registerCallbackHost(ctx, { accountId, addr, callerAddress });
const listed = async (accountId: number) =>
  (await listCallbackHosts(ctx, accountId)).map(writeCallbackAddress);

test.each([
  ["Shop.Test", "shop.test"],
  ["shop.test.", "shop.test"],
  ["https://shop.test/done?a=1", "shop.test"],
  ["http://shop.test:8080/done", "shop.test:8080"],
  ["shop.test:80", "shop.test:80"],
  ["https://shop.test:443", "shop.test:443"],
  ["bücher.test", "xn--bcher-kva.test"],
  ["0x08080808", "8.8.8.8"],
  ["2606:4700::1111", "2606:4700::1111"],
  ["http://[2606:4700::1111]:81/", "[2606:4700::1111]:81"],
])("%s is registered as %s", (addr, written) => {
  const address = readCallbackAddress(addr);
  expect(address && writeCallbackAddress(address)).toBe(written);
  // What is listed can be deleted by the same words.
  expect(readCallbackAddress(written)).toEqual(address);
});

test.each([
  "",
  "  ",
  "ftp://shop.test",
  "me@shop.test",
  "shop test",
  "http://",
  "a".repeat(300),
  "shop.test:99999",
])("%s is no address to register", async (addr) => {
  const account = await buildAccount(ctx);
  expect(await register(account, addr)).toMatchObject({ ok: false, code: "ERROR_BAD_PARAMETERS" });
});

test("a host is registered from its own address only", async () => {
  const account = await buildAccount(ctx);
  expect(await register(account, "shop.test", "9.9.9.9")).toMatchObject({
    ok: false,
    code: "ERROR_IP_ADDRES",
  });
  expect(await register(account, "unknown.test")).toMatchObject({ ok: false, code: "ERROR_IP_ADDRES" });
  expect(await listed(account)).toEqual([]);
  expect(await register(account, "http://shop.test/x", `::ffff:${PUBLIC}`)).toMatchObject({ ok: true });
  expect(await register(account, PUBLIC)).toMatchObject({ ok: true });
  expect(await register(account, "shop.test")).toMatchObject({ ok: true });
  expect((await listed(account)).sort()).toEqual([PUBLIC, "shop.test"]);
});

test("loopback and private addresses are registered in the demo only, and there loopback only", async () => {
  const account = await buildAccount(ctx);
  const asDemo = (addr: string, callerAddress: string) =>
    registerCallbackHost(demo.ctx, { accountId: account, addr, callerAddress });
  for (const addr of ["127.0.0.1", "localhost", "0x7f.1", "::1"]) {
    expect(await register(account, addr, "127.0.0.1")).toMatchObject({
      ok: false,
      code: "ERROR_BAD_PARAMETERS",
    });
    expect(await asDemo(addr, "::1")).toMatchObject({ ok: true });
  }
  expect(await asDemo("10.0.0.1", "10.0.0.1")).toMatchObject({ ok: false, code: "ERROR_BAD_PARAMETERS" });
  expect(await asDemo("shop.test", "127.0.0.1")).toMatchObject({ ok: false, code: "ERROR_IP_ADDRES" });
});

test("a callback goes to registered hosts only, and to the port that was registered, if one was", async () => {
  const account = await buildAccount(ctx);
  const refusal = (url: string) => findCallbackRefusal(ctx, account, url);
  expect(await refusal("https://shop.test/")).toContain("shop.test");
  await register(account, "shop.test");
  await register(account, "shop2.test:8443");
  for (const url of [
    "https://shop.test/a?b=1",
    "http://SHOP.test:8080/",
    "https://shop.test./",
    "https://shop2.test:8443/",
  ]) {
    expect(await refusal(url)).toBeNull();
  }
  for (const url of [
    "https://www.shop.test/",
    "https://shop2.test/",
    "https://shop2.test:8444/",
    "https://shop.test.evil.test/",
    "https://me:pw@shop.test/",
    "ftp://shop.test/",
    "shop.test",
    `https://shop.test/${"a".repeat(3_000)}`,
  ]) {
    expect(await refusal(url)).not.toBeNull();
  }
  expect(await findCallbackRefusal(ctx, await buildAccount(ctx), "https://shop.test/")).not.toBeNull();
});

test("one host is taken back as it was registered, or all of them at once", async () => {
  const account = await buildAccount(ctx);
  for (const addr of ["shop.test", "shop2.test", "shop3.test:81"]) await register(account, addr);
  expect(await removeCallbackHosts(ctx, { accountId: account, addr: "https://shop.test/x" })).toEqual({
    removed: 1,
  });
  expect(await findCallbackRefusal(ctx, account, "https://shop.test/")).not.toBeNull();
  expect(await removeCallbackHosts(ctx, { accountId: account, addr: "shop3.test" })).toEqual({ removed: 0 });
  expect(await removeCallbackHosts(ctx, { accountId: account, addr: "no one" })).toBeNull();
  expect(await removeCallbackHosts(ctx, { accountId: account, addr: "ALL" })).toEqual({ removed: 2 });
  expect(await listed(account)).toEqual([]);
});

test("an account registers a hundred hosts and no more", async () => {
  const account = await buildAccount(ctx);
  for (let port = 1; port <= 100; port++) await register(account, `shop.test:${port}`);
  expect(await register(account, "shop.test:101")).toMatchObject({ ok: false, code: "ERROR_BAD_PARAMETERS" });
  expect(await register(account, "shop.test:100")).toMatchObject({ ok: true });
});

test("what another process registered is known after ten seconds at the latest", async () => {
  const account = await buildAccount(ctx);
  expect(await findCallbackRefusal(ctx, account, "http://localhost/")).not.toBeNull();
  await registerCallbackHost(demo.ctx, { accountId: account, addr: "localhost", callerAddress: "::1" });
  clock.advance(10_000);
  expect(await findCallbackRefusal(ctx, account, "http://localhost/")).toBeNull();
});
