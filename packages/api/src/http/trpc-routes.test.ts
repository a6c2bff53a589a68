import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { createTRPCClient, httpBatchLink, httpLink, httpSubscriptionLink } from "@trpc/client";
import { EventSource } from "eventsource";
import { beforeAll, expect, test } from "vitest";
import { callProcedure, useTestApp } from "../testing/test-app";
import type { AppRouter } from "../trpc/app-router";

const app = useTestApp();
let customer: Person;
beforeAll(async () => {
  customer = await buildPerson(app.ctx, app.auth, "customer");
});

const send = (path: string, init: RequestInit = {}) => fetch(`${app.origin}/trpc/${path}`, init);
const headersOf = (who: Person) => ({ cookie: who.visit.cookie ?? "" });
const errorCode = async (response: Response) =>
  ((await response.json()) as { error: { data: { code: string } } }).error.data.code;

test("the library's own client understands single calls and errors", async () => {
  const client = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${app.origin}/trpc`, headers: headersOf(customer) })],
  });
  expect(await client.customer.tasks.query({ state: "queued" })).toEqual({ rows: [], nextBefore: null });
  expect(await client.customer.createApiKey.mutate({ name: "By the client" })).toMatchObject({
    row: { name: "By the client" },
  });
  await expect(client.staff.floor.query()).rejects.toMatchObject({
    data: { code: "FORBIDDEN", httpStatus: 403 },
  });
});

test("the library's own client understands batches in which one call fails", async () => {
  const client = createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${app.origin}/trpc`, headers: headersOf(customer) })],
  });
  const results = await Promise.allSettled([
    client.customer.overview.query(),
    client.prices.list.query(),
    client.customer.tasks.query({ limit: 1 }),
  ]);
  expect(results).toMatchObject([
    { status: "fulfilled", value: { queued: 0 } },
    { status: "rejected", reason: { data: { code: "FORBIDDEN" } } },
    { status: "fulfilled", value: { rows: [] } },
  ]);
});

test("the library's own client understands the worker's stream and leaving it frees the seat", async () => {
  const worker = await buildPerson(app.ctx, app.auth, "worker");
  class CookieEventSource extends EventSource {
    constructor(url: string | URL) {
      super(url, {
        fetch: (input, init) =>
          fetch(input, { ...init, headers: { ...init?.headers, ...headersOf(worker) } }),
      });
    }
  }
  const client = createTRPCClient<AppRouter>({
    links: [httpSubscriptionLink({ url: `${app.origin}/trpc`, EventSource: CookieEventSource })],
  });
  const first = await new Promise<unknown>((resolve, reject) => {
    const subscription = client.work.stream.subscribe(
      { tabId: "tab" },
      {
        onData(event) {
          subscription.unsubscribe();
          resolve(event);
        },
        onError: reject,
      },
    );
  });
  expect(first).toMatchObject({ id: "1", data: { type: "hello", tasks: [] } });
  await expect.poll(() => app.ctx.floor.size).toBe(0);
});

test("a page of another origin is refused, on another port of the same host, too", async () => {
  const mutate = (headers: Record<string, string>) =>
    send("session.logOut", { method: "POST", headers: { "content-type": "application/json", ...headers } });
  for (const origin of ["https://evil.example", app.origin.replace(/:\d+$/, ":1"), "null", "nonsense"]) {
    expect(await errorCode(await mutate({ origin })), origin).toBe("FORBIDDEN");
  }
  for (const site of ["cross-site", "same-site"]) {
    expect(await errorCode(await mutate({ "sec-fetch-site": site })), site).toBe("FORBIDDEN");
  }
});

test("our own pages may call, also behind a proxy that changes Host", async () => {
  for (const origin of [app.origin, "http://localhost:3000"]) {
    expect((await send("session.me", { headers: { origin } })).status).toBe(200);
  }
  expect((await send("session.me", { headers: { "sec-fetch-site": "same-origin" } })).status).toBe(200);
});

test.each([
  ["JSON that ends too early", "{", "application/json", "PARSE_ERROR"],
  ["another type", "a=b", "application/x-www-form-urlencoded", "UNSUPPORTED_MEDIA_TYPE"],
  ["text", "{}", "text/plain", "UNSUPPORTED_MEDIA_TYPE"],
  ["a list where an object belongs", "[]", "application/json", "BAD_REQUEST"],
  ["a string", '"x"', "application/json", "BAD_REQUEST"],
  ["nothing", "", "application/json", "BAD_REQUEST"],
  ["a prototype", '{"__proto__":{"email":"a@b.example"}}', "application/json", "BAD_REQUEST"],
  ["too much", JSON.stringify("x".repeat(300_000)), "application/json", "PAYLOAD_TOO_LARGE"],
])("a body with %s gets an error of the protocol, not of the server", async (_, body, type, code) => {
  const response = await send("session.logIn", { method: "POST", body, headers: { "content-type": type } });
  expect(response.headers.get("content-type")).toContain("application/json");
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ error: { data: { code } } });
  expect(text).not.toMatch(/stack|node_modules|\.ts:/);
});

test.each([
  "session",
  "session.nothing",
  "__proto__",
  "constructor.name",
  "session.__proto__",
  "x".repeat(1_500),
])("the path %s leads nowhere", async (path) => {
  expect(await errorCode(await send(path))).toBe("NOT_FOUND");
  const stream = await send(path, { headers: { accept: "text/event-stream" } });
  expect(await stream.text()).toContain('"code":"NOT_FOUND"');
});

test("a query cannot be made into a mutation, nor a mutation into a query", async () => {
  expect(await errorCode(await send("session.logOut"))).toBe("NOT_FOUND");
  expect((await callProcedure(app.origin, "session.me")).error?.data.code).toBe("NOT_FOUND");
});

test("an input that is not JSON and a batch that is too long are bad requests", async () => {
  expect((await send("customer.tasks?input=%7B", { headers: headersOf(customer) })).status).toBe(400);
  expect((await send(`${Array(21).fill("session.me").join(",")}?batch=1`)).status).toBe(400);
});

test("a fault of ours is told without its cause, with the request's id", async () => {
  await app.ctx.pool.query("alter table api_key rename to api_key_away");
  try {
    const { status, error } = await callProcedure(app.origin, "customer.apiKeys", {
      type: "query",
      cookie: customer.visit.cookie,
    });
    expect(status).toBe(500);
    expect(error?.message).toMatch(/^Something went wrong on our side/);
    expect(error?.data.requestId).toMatch(/^[0-9a-f]{10}-/);
    expect(JSON.stringify(error)).not.toContain("api_key");
  } finally {
    await app.ctx.pool.query("alter table api_key_away rename to api_key");
  }
});
