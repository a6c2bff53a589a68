import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPerson } from "@sightline/domain/testing/build-person";
import { afterAll, expect, test } from "vitest";
import { callProcedure, useTestApp, writeWebRoot } from "../testing/test-app";

const INDEX = "<!doctype html><title>Sightline</title>";
const webRoot = writeWebRoot({
  "index.html": INDEX,
  "favicon.svg": "<svg/>",
  "assets/main-a1b2.js": "console.log('main')",
  "assets/main-a1b2.css": "body{}",
  "assets/main-a1b2.js.map": "{}",
});
writeFileSync(join(webRoot, "assets/main-a1b2.js.gz"), gzipSync("console.log('main')"));
afterAll(() => rmSync(webRoot, { recursive: true }));

const app = useTestApp({ webRoot, config: { trustedProxies: ["127.0.0.1/32"] } });
const get = (path: string, init: RequestInit = {}) => fetch(app.origin + path, init);

test.each(["/", "/login", "/signup", "/work", "/app", "/app/keys", "/staff/queue", "/app/keys?x=1"])(
  "%s is the web app, whose pages run nothing from elsewhere and stand in no frame",
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(INDEX);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    const policy = response.headers.get("content-security-policy") ?? "";
    for (const rule of [
      "script-src 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "base-uri 'none'",
    ]) {
      expect(policy.split("; ")).toContain(rule);
    }
    expect(policy).not.toContain("unsafe");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  },
);

test.each([
  "/nothing",
  "/workers",
  "/application",
  "/assets/none.js",
  "/assets/../index.html",
  "/assets/%2e%2e/x",
  "/.env",
])("%s is not there, said in JSON", async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(response.headers.get("content-type")).toContain("application/json");
  expect(await response.json()).toEqual({
    error: { message: "There is nothing here.", requestId: expect.stringMatching(/^[0-9a-f]{10}-/) },
  });
});

test("assets are kept for ever and come compressed when the build made that", async () => {
  const script = await get("/assets/main-a1b2.js", { headers: { "accept-encoding": "gzip" } });
  expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(script.headers.get("content-encoding")).toBe("gzip");
  expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(await script.text()).toBe("console.log('main')");
  const style = await get("/assets/main-a1b2.css", { headers: { "accept-encoding": "gzip" } });
  expect(style.headers.get("content-encoding")).toBeNull();
  expect(await style.text()).toBe("body{}");
});

test("files beside the page are served, source maps are not", async () => {
  expect((await get("/favicon.svg")).headers.get("content-type")).toBe("image/svg+xml");
  expect((await get("/assets/main-a1b2.js.map")).status).toBe(404);
});

test("a build that is made later changes nothing for a server that runs", async () => {
  writeFileSync(join(webRoot, "index.html"), "another build");
  writeFileSync(join(webRoot, "assets/other-c3d4.js"), "another build");
  expect(await (await get("/")).text()).toBe(INDEX);
  expect((await get("/assets/other-c3d4.js")).status).toBe(404);
});

test("an asset that a later build has taken away is an error in JSON", async () => {
  rmSync(join(webRoot, "assets/main-a1b2.css"));
  const response = await get("/assets/main-a1b2.css");
  expect(response.status).toBe(404);
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("the probes say alive and ready", async () => {
  expect(await (await get("/healthz")).json()).toEqual({ status: "ok" });
  const ready = await get("/readyz");
  expect(await ready.json()).toEqual({ status: "ready", problems: [] });
  expect(ready.status).toBe(200);
});

test("a server whose partitions end before tomorrow is not ready", async () => {
  app.clock.advance(30 * 86_400_000);
  const response = await get("/readyz");
  expect(response.status).toBe(503);
  const { problems } = (await response.json()) as { problems: string[] };
  expect(problems).toContainEqual(expect.stringMatching(/^the partition task_d\d{8} is missing$/));
  app.clock.advance(-30 * 86_400_000);
});

test("the metrics are Prometheus's, with a ledger difference of 0", async () => {
  const response = await get("/metrics");
  expect(response.headers.get("content-type")).toContain("text/plain");
  const lines = (await response.text()).split("\n");
  expect(lines).toContain("sightline_ledger_difference_micros 0");
  expect(lines).toContain("sightline_workers_connected 0");
});

test("a trusted proxy's word on the client's address is believed", async () => {
  const { email } = await buildPerson(app.ctx, app.auth, "worker");
  const reply = await get("/trpc/session.logIn", {
    method: "POST",
    body: JSON.stringify({ email, password: "a long test password" }),
    headers: { "content-type": "application/json", "x-forwarded-for": "198.51.100.7, 203.0.113.9" },
  });
  const cookie = reply.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { data } = await callProcedure(app.origin, "session.sessions", { type: "query", cookie });
  expect(data).toContainEqual(expect.objectContaining({ address: "203.0.113.9", current: true }));
});

test.each(["/%", "/%ff%fe", `/${"x".repeat(10_000)}`, "/trpc/%E0%A4%A"])(
  "the address %s gets an error in JSON",
  async (path) => {
    const response = await get(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(response.headers.get("content-type")).toContain("application/json");
  },
);
