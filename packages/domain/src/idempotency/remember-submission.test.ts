import { randomBytes } from "node:crypto";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { type CreateTaskReply, createTask } from "../tasks/create-task";
import { buildAccount, buildDomain } from "../testing/builders";
import { digestSubmission } from "./digest-submission";
import { forgetSubmissions } from "./forget-submissions";
import { REMEMBERED_MS, type SubmitReply, submitOnce } from "./remember-submission";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let accountId: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  accountId = await buildAccount(ctx, { amountMicros: 1_000_000 });
});
afterAll(() => domain?.stop());

const BYTES = randomBytes(200);
const PRICE_MICROS = 200;

function makeTask(account: number) {
  return (taskId: number | undefined): Promise<CreateTaskReply> =>
    createTask(ctx, {
      accountId: account,
      kind: "image",
      file: { bytes: BYTES, mediaType: "image/png", widthPx: 100, heightPx: 40 },
      params: {},
      taskId,
    });
}

function submit(key: string | undefined, body = "body", create = makeTask(accountId)): Promise<SubmitReply> {
  return submitOnce(ctx, { accountId, key, bodySha256: () => digestSubmission([["body", body]]) }, create);
}

test("the same key and body answer with the first task, and hold its price once", async () => {
  const before = await getBalance(ctx, accountId);
  const first = await submit("again");
  const second = await submit("again");
  expect(second).toEqual({ ...first, repeated: true });
  const after = await getBalance(ctx, accountId);
  expect(after.heldMicros - before.heldMicros).toBe(PRICE_MICROS);
});

test("twenty duplicates at the same time make one task", async () => {
  const create = vi.fn(makeTask(accountId));
  const replies = await Promise.all(Array.from({ length: 20 }, () => submit("race", "body", create)));
  expect(create).toHaveBeenCalledTimes(1);
  expect(new Set(replies.map((reply) => reply.ok && reply.taskId)).size).toBe(1);
  expect(replies.every((reply) => reply.ok)).toBe(true);
});

test("the same key with another body is refused", async () => {
  await submit("other-body");
  expect(await submit("other-body", "changed")).toEqual({
    ok: false,
    code: "ERROR_BAD_PARAMETERS",
    errorText: expect.stringContaining("another submission"),
  });
});

test("another account may use the same key", async () => {
  const first = await submit("shared");
  const stranger = await buildAccount(ctx, { amountMicros: 1_000 });
  const second = await submitOnce(
    ctx,
    { accountId: stranger, key: "shared", bodySha256: () => digestSubmission([]) },
    makeTask(stranger),
  );
  expect(second).toMatchObject({ ok: true });
  expect(second).not.toEqual(first);
});

test("a refused submission is not remembered", async () => {
  const poor = await buildAccount(ctx, { amountMicros: 0 });
  const send = () =>
    submitOnce(
      ctx,
      { accountId: poor, key: "refused", bodySha256: () => digestSubmission([]) },
      makeTask(poor),
    );
  expect(await send()).toEqual({ ok: false, code: "ERROR_ZERO_BALANCE" });
  const { rowCount } = await ctx.pool.query("select from idempotency_key where account_id = $1", [poor]);
  expect(rowCount).toBe(0);
});

test("a claim whose process died before its task was accepted is taken over", async () => {
  const key = "died";
  await ctx.pool.query(
    "insert into idempotency_key (account_id, key, body_sha256, task_id, used_at) values ($1, $2, $3, $4, $5)",
    [accountId, key, digestSubmission([]), ctx.ids.next(), new Date(clock.nowMs())],
  );
  clock.advance(31_000);
  expect(await submit(key)).toMatchObject({ ok: true });
});

test("a claim whose task was accepted before its process died answers with that task", async () => {
  const first = await submit("survived");
  clock.advance(31_000);
  expect(await submit("survived")).toEqual({ ...first, repeated: true });
});

test("a key is forgotten after 24 hours", async () => {
  const first = await submit("old");
  clock.advance(REMEMBERED_MS + 1);
  await forgetSubmissions.runOnce(ctx);
  const { rowCount } = await ctx.pool.query("select from idempotency_key");
  expect(rowCount).toBe(0);
  const second = await submit("old", "changed");
  expect(second).toMatchObject({ ok: true });
  expect(second).not.toEqual(first);
});

test("a key of more than 255 characters is refused, one of 255 is not", async () => {
  expect(await submit("k".repeat(256))).toMatchObject({ ok: false, code: "ERROR_BAD_PARAMETERS" });
  expect(await submit("k".repeat(255))).toMatchObject({ ok: true });
});

test("without a key every submission makes a task", async () => {
  const first = await submit(undefined);
  expect(await submit(undefined)).not.toEqual(first);
});
