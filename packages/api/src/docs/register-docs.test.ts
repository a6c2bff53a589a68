import { ERROR_CODES } from "@sightline/contract/error-codes";
import { LIMITS } from "@sightline/contract/limits";
import { TASK_KIND_NAMES } from "@sightline/contract/task-kinds";
import { type FastifyInstance, fastify } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { JSON_API_ONLY_ERRORS, jsonApiErrorOf } from "../wire/error-table";
import { DOCS_PAGES } from "./docs-pages";
import { errorPath } from "./error-pages";
import { registerDocs } from "./register-docs";

let app: FastifyInstance;
const HOST = "127.0.0.1:3021";

beforeAll(async () => {
  app = fastify();
  registerDocs(app, {
    config: { publicUrl: "https://sightline.test", trustedProxies: [], migrationsFolder: "" },
  });
  await app.ready();
});
afterAll(() => app?.close());

async function get(
  url: string,
  host = HOST,
): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
  const { statusCode, body, headers } = await app.inject({ url, headers: { host } });
  return { status: statusCode, body, headers };
}

test("every page answers with one h1 and a policy without anything inline", async () => {
  for (const { path } of DOCS_PAGES) {
    const { status, body, headers } = await get(path);
    expect(status, path).toBe(200);
    expect(body.match(/<h1>/g), path).toHaveLength(1);
    expect(body, path).not.toMatch(/<script>|<style|style="|\son\w+="/);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(String(headers["content-security-policy"])).not.toContain("unsafe");
  }
});

test("every code of both protocols has a page that says how to fix it", async () => {
  const codes = Object.keys(ERROR_CODES) as (keyof typeof ERROR_CODES)[];
  const names = [
    ...codes,
    ...Object.keys(JSON_API_ONLY_ERRORS),
    ...codes.map((code) => jsonApiErrorOf(code).errorCode),
  ];
  for (const name of new Set(names)) {
    const { status, body } = await get(errorPath(name));
    expect(status, name).toBe(200);
    expect(body, name).toContain("What happened");
    expect(body, name).toContain("How to fix it");
  }
});

test("a code as it stands in an answer leads to its page", async () => {
  const { status, headers } = await get("/docs/errors/ERROR:%201004");
  expect([status, headers.location]).toEqual([302, "/docs/errors/ERROR_1004"]);
  expect((await get("/docs/errors/ERROR_NONE")).status).toBe(404);
});

test("every limit is printed with its name, its count and its code", async () => {
  const { body } = await get("/docs/limits");
  for (const [name, { max, code }] of Object.entries(LIMITS)) {
    expect(body).toContain(`<th scope="row">${name}</th>`);
    expect(body).toContain(`<td>${max} `);
    if (code !== null) expect(body).toContain(`>${code}</a>`);
  }
});

test("every kind has a page with its forms, its answer and its reports", async () => {
  for (const kind of TASK_KIND_NAMES) {
    const { body } = await get(`/docs/kinds/${kind}`);
    for (const part of ["/in.php", "action=get&amp;id=", "action=reportbad", "createTask", "OK|"]) {
      expect(body, `${kind} ${part}`).toContain(part);
    }
  }
});

test("examples name the host that the reader used, unless it is none", async () => {
  expect((await get("/docs")).body).toContain(`curl http://${HOST}/in.php`);
  expect((await get("/docs", "[::1]:3000")).body).toContain("curl http://[::1]:3000/in.php");
  const { body } = await get("/docs", "evil.test/<script>");
  expect(body).toContain("curl https://sightline.test/in.php");
  expect(body).not.toContain("evil.test");
});

test("every link of our own resolves", async () => {
  const linked = new Set<string>();
  for (const { path } of DOCS_PAGES) {
    for (const [, href = ""] of (await get(path)).body.matchAll(/(?:href|src)="([^"#]+)/g)) linked.add(href);
  }
  for (const href of linked) {
    // The app's own pages are served beside the documentation.
    if (/^(?:https?:\/\/[^/]+)?\/(?:$|favicon.svg$|app\/|opt-out$|staff\/)/.test(href)) continue;
    expect((await get(href)).status, href).toBe(200);
  }
});

test("llms.txt lists the pages with whole addresses", async () => {
  const { body, headers } = await get("/llms.txt");
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(body).toMatch(/^# Sightline\n\n> /);
  expect(body).toContain(`](http://${HOST}/docs/kinds/image): `);
});
