import { Agent, request as send } from "node:http";
import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { getBalance } from "@sightline/domain/ledger/get-balance";
import { reconcile } from "@sightline/domain/ledger/reconcile";
import { buildTask } from "@sightline/domain/testing/builders";
import { useTestDatabase } from "@sightline/testing/test-database";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { METHODS } from "./methods";
import { TASK_TYPES } from "./task-types";
import { type JsonServer, startJsonServer } from "./testing/json-server";

const CASES = 5_000;
/** As many at a time, over connections that stay open. */
const CONNECTIONS = 16;
const PATIENCE_MS = 20_000;
const database = useTestDatabase();
const BODY = encodePng({ noise: noise(600) }).toString("base64");
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
let server: JsonServer;
let key: string;
let accountId: number;
let queuedId: number;
let answeredId: number;
let requests = 0;

beforeAll(async () => {
  server = await startJsonServer(database.url, { deadlineMs: 2_000 });
  ({ key, accountId } = await server.newCustomer(100_000_000));
  // So that the fuzzed requests reach past the limits.
  const limits = { submissions: 1e6, result_reads: 1e6 };
  await server.ctx.pool.query("update account_profile set limit_overrides = $1", [JSON.stringify(limits)]);
  answeredId = await buildTask(server.ctx, accountId);
  await server.answer({ text: "W7K2P" });
  queuedId = await buildTask(server.ctx, accountId);
});
afterAll(async () => {
  agent.destroy();
  await server.stop();
});

const DOCUMENTED: Record<string, string[][]> = {
  createTask: [["errorId", "taskId"]],
  getTaskResult: [
    ["errorId", "status"],
    ["errorId", "status", "solution", "cost", "ip", "createTime", "endTime", "solveCount"],
  ],
  getBalance: [["errorId", "balance"]],
};
const ERROR_KEYS = ["errorId", "errorCode", "errorDescription"];

/** Exactly the documented keys: strict clients take anything else for a fault. */
function expectDocumented(method: string, status: number | undefined, body: string): void {
  expect(status).toBe(200);
  const answer = JSON.parse(body) as Record<string, unknown>;
  if (answer.errorId === 0) {
    expect(DOCUMENTED[method] ?? [["errorId", "status"]]).toContainEqual(Object.keys(answer));
    return;
  }
  expect(Object.keys(answer)).toEqual(ERROR_KEYS);
  expect(answer).toEqual({
    errorId: expect.any(Number),
    errorCode: expect.stringMatching(/^(ERROR_[A-Z_]+|TOO_MANY_BAD_IMAGES)$/),
    errorDescription: expect.stringMatching(/./),
  });
}

const NAMES = [
  ...new Set(Object.values(TASK_TYPES).flatMap(({ properties }) => Object.keys(properties))),
  "proxyType",
  "proxyAddress",
  "proxyPort",
  "proxyLogin",
  "proxyPassword",
  "enterprisePayload",
  "mode",
  "languagePool",
  "__proto__",
  "constructor",
  "",
];
const scalar = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    1,
    -1,
    4,
    1.5,
    1e300,
    "",
    "undefined",
    "1",
    "true",
    "en",
    "rectangles",
  ),
  fc.constantFrom(
    "\0",
    "\ud800",
    "\u2028",
    "https://own.test/",
    "6L".padEnd(40, "x"),
    '{"blob":"b"}',
    "9".repeat(30),
  ),
  fc.constant(BODY),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const value = fc.oneof(
  { weight: 8, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 5 }), scalar, { maxKeys: 3 }) },
);
const properties = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), fc.string()), value), {
  maxLength: 10,
});
const task = fc
  .tuple(fc.constantFrom(...Object.keys(TASK_TYPES)), fc.boolean(), properties)
  .map(([type, withBody, pairs]) => ({
    type,
    ...(withBody && { body: BODY, comment: "Cars" }),
    ...Object.fromEntries(pairs),
  }));
const request = fc.record(
  {
    task: fc.oneof({ weight: 9, arbitrary: task }, value),
    taskId: fc.oneof(fc.constantFrom("{QUEUED}", "{ANSWERED}"), value),
    callbackUrl: scalar,
    wait: scalar,
  },
  { requiredKeys: ["task"] },
);

/** A third of them are broken somewhere: a byte is changed, or the end is cut off. */
const harm = fc.option(fc.record({ at: fc.nat(2_000), byte: fc.nat(255), cut: fc.boolean() }), { freq: 3 });
const sent = fc.tuple(request, harm);

function bytesOf([said, damage]: ReturnType<typeof sent.generate>["value"]): Buffer {
  const text = JSON.stringify({ clientKey: key, ...said, wait: 0 })
    .replaceAll("{QUEUED}", String(queuedId))
    .replaceAll("{ANSWERED}", String(answeredId));
  const bytes = Buffer.from(text);
  if (damage === null) return bytes;
  const at = damage.at % bytes.length;
  if (damage.cut) return bytes.subarray(0, at);
  bytes[at] = damage.byte;
  return bytes;
}

function post(method: string, bytes: Buffer): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    // Each from an address of its own, or wrong keys would ban the one.
    const from = `198.${51 + (requests >> 16)}.${(requests >> 8) & 255}.${requests++ & 255}`;
    const headers = { "Content-Type": "application/json", "X-Forwarded-For": from };
    const asked = send(
      { port: server.port, path: `/${method}`, method: "POST", headers, agent, timeout: PATIENCE_MS },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    asked.on("timeout", () => asked.destroy(new Error("no answer came")));
    asked.on("error", reject);
    asked.end(bytes);
  });
}

const REPORTS = Object.keys(METHODS).filter((name) => name.startsWith("report") || name === "cancelTask");

test.each([
  ["createTask", ["createTask"]],
  ["getTaskResult", ["getTaskResult"]],
  ["getBalance", ["getBalance"]],
  ["the reports and cancelTask", REPORTS],
])(
  "five thousand random requests to %s get nothing but the documented answers",
  async (_what, methods) => {
    const cases = fc.sample(sent, { seed: 2_026, numRuns: CASES });
    let next = 0;
    const ask = async (): Promise<void> => {
      for (let at = next++; at < cases.length; at = next++) {
        const said = cases[at];
        const method = methods[at % methods.length] ?? "";
        if (said === undefined) return;
        const bytes = bytesOf(said);
        const { status, body } = await post(method, bytes);
        try {
          expectDocumented(method, status, body);
        } catch (error) {
          throw new Error(`${method} answered ${status} ${body} to ${bytes.toString()}`, { cause: error });
        }
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  },
  120_000,
);

test("after all of that nothing was charged, and money is held for open tasks alone", async () => {
  const { rows } = await server.ctx.pool.query<{ held: number; charged: number }>(
    `select (select coalesce(sum(price_micros), 0)::int from open_task where account_id = $1) as held,
       (select coalesce(sum(price_micros), 0)::int from task where account_id = $1 and id <> $2 and state = 4) as charged`,
    [accountId, answeredId],
  );
  expect(rows[0]?.charged).toBe(0);
  expect((await getBalance(server.ctx, accountId)).heldMicros).toBe(rows[0]?.held);
  expect(await reconcile(server.ctx.pool)).toEqual([]);
});
