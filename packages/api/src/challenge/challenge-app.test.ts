import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { ChallengeParams } from "@sightline/contract/task-params";
import { issueTicket } from "@sightline/domain/challenges/issue-ticket";
import type { DomainContext } from "@sightline/domain/context";
import type { Domain } from "@sightline/domain/create-domain";
import { createTask } from "@sightline/domain/tasks/create-task";
import { buildAccount, buildDomain } from "@sightline/domain/testing/builders";
import { useTestDatabase } from "@sightline/testing/test-database";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createChallengeApp } from "./create-challenge-app";

/** The second origin as browsers meet it, with the vendors' own addresses. Nothing is loaded from them here. */
const database = useTestDatabase();
const APP = "https://app.example";
const KEY = "6Le-wvkSVVABCPBMRTvw0Q4Muexq1bi0DJwx_mJ-";
const UUID = "c0ffee00-1111-4222-8333-444455556666";
let domain: Domain;
let ctx: DomainContext;
let folder: string;
let app: FastifyInstance;
let customer: number;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  customer = await buildAccount(ctx, { amountMicros: 10_000_000 });
  folder = await mkdtemp(join(tmpdir(), "challenge-"));
  await writeFile(join(folder, "challenge.js"), "0");
  await writeFile(join(folder, "challenge.css"), "p{}");
  app = await createChallengeApp({
    ctx,
    host: { url: "https://challenges.example", swapLoopback: false, standInUrl: null },
    challengeRoot: folder,
  });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
  await domain.stop();
});

/** The address of a frame for a challenge that somebody holds. */
async function frameOf(kind: TaskKind, challenge: Partial<ChallengeParams> = {}): Promise<string> {
  const workerId = await buildAccount(ctx, { role: "worker" });
  const params = { challenge: { pageUrl: "https://demo.test/", siteKey: KEY, ...challenge } };
  const reply = await createTask(ctx, { accountId: customer, kind, params });
  if (!reply.ok) throw new Error(reply.code);
  await ctx.pool.query(
    "update open_task set state = 2, worker_id = $2, lease_no = 1, lease_until = $3 where id = $1",
    [reply.taskId, workerId, new Date(ctx.clock.nowMs() + TASK_KINDS[kind].leaseMs)],
  );
  const lease = { workerId, taskId: reply.taskId, leaseNo: 1, appOrigin: APP };
  return `/c/${(await issueTicket(ctx, lease)).ticket}`;
}
const open = (url: string) => app.inject({ method: "GET", url });
const policyOf = async (url: string) =>
  Object.fromEntries(
    String((await open(url)).headers["content-security-policy"])
      .split("; ")
      .map((directive) => directive.split(/ (.*)/).slice(0, 2)),
  ) as Record<string, string>;

const GOOGLE = "https://www.google.com/recaptcha/";
const NET = "https://www.recaptcha.net/recaptcha/";
const STATIC = "https://www.gstatic.com/recaptcha/";
const HCAPTCHA = "https://hcaptcha.com https://*.hcaptcha.com";
const ARKOSE = "https://*.arkoselabs.com https://*.funcaptcha.com";

test.each([
  ["recaptcha_v2", {}, `'self' ${GOOGLE} ${STATIC}`, `${GOOGLE} https://recaptcha.google.com/recaptcha/`],
  ["recaptcha_v3", { apiDomain: "recaptcha.net" }, `'self' ${NET} ${STATIC}`, NET],
  ["hcaptcha", { siteKey: UUID }, `'self' ${HCAPTCHA}`, HCAPTCHA],
  [
    "funcaptcha",
    { siteKey: UUID, serviceUrl: "https://client-api.arkoselabs.com" },
    `'self' ${ARKOSE}`,
    ARKOSE,
  ],
] as const)(
  "the frame of %s may load what its vendor documents, and nothing of another's",
  async (kind, challenge, script, frame) => {
    const policy = await policyOf(await frameOf(kind, challenge));
    expect(policy).toMatchObject({
      "default-src": "'none'",
      "script-src": script,
      "frame-src": expect.stringContaining(frame),
      "frame-ancestors": APP,
      "base-uri": "'none'",
      "form-action": "'none'",
      "object-src": "'none'",
    });
    expect(policy["script-src"]).not.toContain("unsafe");
  },
);

test.each([
  ["recaptcha_v2", {}, "https://www.google.com/recaptcha/api.js"],
  ["recaptcha_v2", { enterprise: true }, "https://www.google.com/recaptcha/enterprise.js"],
  ["recaptcha_v3", { apiDomain: "recaptcha.net" }, "https://www.recaptcha.net/recaptcha/api.js"],
  ["hcaptcha", { siteKey: UUID }, "https://js.hcaptcha.com/1/api.js"],
  [
    "funcaptcha",
    { siteKey: UUID, serviceUrl: "https://shop-api.arkoselabs.com" },
    `https://shop-api.arkoselabs.com/v2/${UUID}/api.js`,
  ],
] as const)("the script of %s with %j is the vendor's own", async (kind, challenge, scriptUrl) => {
  expect((await open(await frameOf(kind, challenge))).body).toContain(`"scriptUrl":"${scriptUrl}"`);
});

test("a frame sets no cookie, is stored nowhere, names no page, and may use no device", async () => {
  const { headers } = await open(await frameOf("hcaptcha", { siteKey: UUID }));
  expect(headers["set-cookie"]).toBeUndefined();
  expect(headers).toMatchObject({
    "cache-control": "no-store",
    "referrer-policy": "strict-origin",
    "x-content-type-options": "nosniff",
  });
  expect(headers["permissions-policy"]).toContain("camera=()");
});

test("what a customer sent is data in the page, and ends no element of it", async () => {
  const { body } = await open(
    await frameOf("hcaptcha", { siteKey: UUID, data: "</script><script>alert(1)" }),
  );
  expect(body).not.toContain("<script>alert");
  expect(body.match(/<script/g)).toHaveLength(2);
});

test("a service that is none of the vendor's is not loaded into a worker's browser", async () => {
  const url = await frameOf("funcaptcha", { siteKey: UUID, serviceUrl: "https://evil.example" });
  const reply = await open(url);
  expect(reply.statusCode).toBe(410);
  expect(reply.body).not.toContain("evil.example");
});

test("a ticket that is replayed, unknown, or of a lease that has ended opens a page without a challenge", async () => {
  const replayed = await frameOf("hcaptcha", { siteKey: UUID });
  expect((await open(replayed)).statusCode).toBe(200);
  const over = await frameOf("hcaptcha", { siteKey: UUID });
  await ctx.pool.query("update open_task set lease_no = 2");
  for (const [url, status] of [
    [replayed, 410],
    [over, 410],
    [`/c/${"x".repeat(32)}`, 404],
    ["/", 404],
    ["/in.php", 404],
    ["/trpc/work.act", 404],
  ] as const) {
    const reply = await open(url);
    expect([url, reply.statusCode]).toEqual([url, status]);
    expect(reply.body).not.toContain(UUID);
    expect(reply.headers["content-security-policy"]).toBe(
      "default-src 'none'; style-src 'self'; base-uri 'none'",
    );
  }
});
