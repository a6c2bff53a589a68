import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { listNotices } from "@sightline/domain/notices/list-notices";
import { buildAccount, buildApiKey } from "@sightline/domain/testing/builders";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type JsonServer, startJsonServer } from "../json/testing/json-server";
import { exchange, request } from "../legacy/testing/exchange";
import { type LegacyServer, startLegacyServer } from "../legacy/testing/legacy-server";

const database = useTestDatabase();
const image = encodePng({ noise: noise(600) }).toString("base64");
let server: LegacyServer;
let json: JsonServer;
let accountId: number;
let key: string;

beforeAll(async () => {
  server = await startLegacyServer(database.url);
  json = await startJsonServer(database.url);
});
beforeEach(async () => {
  accountId = await buildAccount(server.ctx, { amountMicros: 1_000_000 });
  key = await buildApiKey(server.ctx, accountId);
});
afterAll(async () => {
  await json.stop();
  await server.stop();
});

/** The task's id, and what was noticed. */
async function submit(
  fields: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<[string, string | undefined]> {
  const all = { "Content-Type": "application/json", ...headers };
  const body = JSON.stringify({ key, ...fields });
  const answer = await exchange(server.port, request("POST /in.php", all, body));
  expect(answer.body).toMatch(/^OK\|\d+$/);
  return [answer.body.slice(3), answer.headers["sightline-notice"]];
}

const noticesOf = async () => (await listNotices(server.ctx, accountId)).notices.map(({ text }) => text);

test("the same picture within ten seconds makes a task, and its sender is told of Idempotency-Key", async () => {
  const [first, nothing] = await submit({ body: image });
  expect(nothing).toBeUndefined();
  const [second, notice] = await submit({ body: image, phrase: 1 });
  expect(second).not.toBe(first);
  expect(notice).toBe(
    `the same bytes became task ${first} within the last 10 s; send Idempotency-Key with repeats (/docs/idempotency)`,
  );
  await expect
    .poll(noticesOf)
    .toEqual([
      expect.stringMatching(new RegExp(`^Tasks ${first} and ${second} were made of the same bytes`)),
    ]);
});

test("whoever repeats all day finds one notice a day", async () => {
  for (let i = 0; i < 4; i++) await submit({ body: image });
  await expect.poll(noticesOf).toHaveLength(1);
  server.clock.advance(24 * 3_600_000);
  for (let i = 0; i < 2; i++) await submit({ body: image });
  await expect.poll(noticesOf).toHaveLength(2);
});

test("the same question counts, by either protocol", async () => {
  const said = { clientKey: key, task: { type: "TextCaptchaTask", comment: "Which day is tomorrow?" } };
  const first = JSON.parse((await json.post("/createTask", said)).body) as { taskId: number };
  const second = await json.post("/createTask", said);
  expect(second.headers["sightline-notice"]).toContain(`task ${first.taskId} `);
  expect(Object.keys(JSON.parse(second.body) as object)).toEqual(["errorId", "taskId"]);
});

test("after ten seconds, for another account, and with an Idempotency-Key nothing is said", async () => {
  await submit({ body: image });
  server.clock.advance(10_000);
  expect((await submit({ body: image }))[1]).toBeUndefined();
  const repeated = { "Idempotency-Key": "order-4711" };
  const [id] = await submit({ body: image }, repeated);
  expect(await submit({ body: image }, repeated)).toEqual([id, undefined]);
  key = await buildApiKey(server.ctx, await buildAccount(server.ctx, { amountMicros: 1_000 }));
  expect((await submit({ body: image }))[1]).toBeUndefined();
});
