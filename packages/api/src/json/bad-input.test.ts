import { connect } from "node:net";
import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { getBalance } from "@sightline/domain/ledger/get-balance";
import { useTestDatabase } from "@sightline/testing/test-database";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { METHODS } from "./methods";
import { TASK_TYPES } from "./task-types";
import { type JsonServer, startJsonServer } from "./testing/json-server";

const database = useTestDatabase();
const BODY = encodePng({ noise: noise(600) }).toString("base64");
const DEADLINE_MS = 300;
let server: JsonServer;
let key: string;
let accountId: number;
let requests = 0;

beforeAll(async () => {
  server = await startJsonServer(database.url, { deadlineMs: DEADLINE_MS });
  ({ key, accountId } = await server.newCustomer(100_000_000));
  // So that the fuzzed requests reach past the limits.
  const limits = { submissions: 1e6, result_reads: 1e6 };
  await server.ctx.pool.query("update account_profile set limit_overrides = $1", [JSON.stringify(limits)]);
});
afterAll(() => server.stop());

const UNREADABLE =
  '{"errorId":15,"errorCode":"ERROR_IMAGE_TYPE_NOT_SUPPORTED","errorDescription":"The body is no JSON object."}';

test.each([
  ["JSON that is cut off", '{"clientKey":"a'],
  ["a list", "[1]"],
  ["null", "null"],
  ["a text", '"x"'],
  ["a form", "clientKey=a"],
  ["a megabyte of brackets", `{"a":${"[".repeat(1_000_000)}`],
  ["ten thousand properties", `{${Array.from({ length: 10_000 }, (_, i) => `"f${i}":1`).join(",")}}`],
])("%s is a body that cannot be read, which bans nobody", async (_what, body) => {
  for (const method of Object.keys(METHODS))
    expect((await server.post(`/${method}`, body)).body).toBe(UNREADABLE);
});

test("a body over the limit is refused, and the client may send all of it", async () => {
  expect(await server.call("/createTask", Buffer.alloc(9_000_000, "x"))).toMatchObject({
    errorId: 4,
    errorCode: "ERROR_TOO_BIG_CAPTCHA_FILESIZE",
  });
});

test("a body that drips is answered at the deadline, and the connection ends", async () => {
  const answer = await new Promise<string>((resolve) => {
    let received = "";
    const socket = connect(server.port, "127.0.0.1", () => {
      socket.write("POST /createTask HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n{");
    });
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(received));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*Connection: close\r\n[\s\S]*"errorId":15,/);
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
function expectDocumented(method: string, statusLine: string, body: string): void {
  expect(statusLine).toBe("HTTP/1.1 200 OK");
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
  { task: fc.oneof({ weight: 9, arbitrary: task }, value), taskId: value, callbackUrl: scalar, wait: scalar },
  { requiredKeys: ["task"] },
);

test("five hundred random requests get nothing but the documented answers", async () => {
  const methods = fc.oneof(
    { weight: 3, arbitrary: fc.constant("createTask") },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(METHODS)) },
  );
  await fc.assert(
    fc.asyncProperty(methods, request, async (method, said) => {
      const { statusLine, body } = await server.post(
        `/${method}`,
        { clientKey: key, ...said, wait: 0 },
        from(),
      );
      expectDocumented(method, statusLine, body);
    }),
    { seed: 2_026, numRuns: 500 },
  );
  const { rows } = await server.ctx.pool.query<{ held: number }>(
    "select coalesce(sum(price_micros), 0)::int as held from open_task where account_id = $1",
    [accountId],
  );
  // Nothing was charged, and nothing held but for the tasks that were accepted.
  expect((await getBalance(server.ctx, accountId)).heldMicros).toBe(rows[0]?.held);
}, 60_000);

test("three hundred broken bodies get nothing but the documented answers", async () => {
  const damage = fc.record({ at: fc.nat(2_000), byte: fc.nat(255), cut: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(METHODS)),
      request,
      damage,
      async (method, said, harm) => {
        const bytes = Buffer.from(JSON.stringify({ clientKey: key, ...said, wait: 0 }));
        const at = harm.at % bytes.length;
        if (!harm.cut) bytes[at] = harm.byte;
        const sent = harm.cut ? bytes.subarray(0, at) : bytes;
        const { statusLine, body } = await server.post(`/${method}`, sent, from());
        expectDocumented(method, statusLine, body);
      },
    ),
    { seed: 2_026, numRuns: 300 },
  );
}, 60_000);

/** Each from an address of its own, or wrong keys would ban the one. */
function from(): Record<string, string> {
  return { "X-Forwarded-For": `198.51.${requests >> 8}.${requests++ & 255}` };
}
