import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { listCustomerTasks } from "../customers/list-customer-tasks";
import { makePartitions } from "../maintenance/make-partitions";
import { openCase } from "../moderation/open-case";
import { cancelTask } from "../tasks/cancel-task";
import { loadTaskFile } from "../tasks/task-files";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { retentionOf } from "./retention-of";
import { setRetention } from "./set-retention";
import { wipePictures } from "./wipe-pictures";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

/** Time goes by, and the days' partitions are made as ever; then the service looks once. */
async function later(ms: number): Promise<void> {
  clock.advance(ms);
  await makePartitions.runOnce(ctx);
  await wipePictures.runOnce(ctx);
}

/** A customer with a task that has ended. */
async function ended(): Promise<{ accountId: number; taskId: number }> {
  const accountId = await buildAccount(ctx, { amountMicros: 10_000 });
  return { accountId, taskId: await endedTask(accountId) };
}

async function endedTask(accountId: number): Promise<number> {
  const taskId = await buildTask(ctx, accountId, { textinstructions: "the word on the left" });
  await cancelTask(ctx, { accountId, taskId });
  return taskId;
}

const hasPicture = async (task: { accountId: number; taskId: number }) =>
  (await loadTaskFile(ctx, task)) !== null;

test("a picture is kept for a day after its report window, and then it is gone", async () => {
  const task = await ended();
  await later(24 * HOUR_MS + 14 * MINUTE_MS);
  expect(await hasPicture(task)).toBe(true);
  await later(2 * MINUTE_MS);
  expect(await hasPicture(task)).toBe(false);
  const { rows } = await listCustomerTasks(ctx, { accountId: task.accountId, limit: 10 });
  expect(rows).toMatchObject([{ taskId: task.taskId, imageUrl: null }]);
  const left = await ctx.pool.query(
    "select length(bytes) as bytes, more_files, hints ->> 'textinstructions' as says from task_input where task_id = $1",
    [task.taskId],
  );
  expect(left.rows, "what was asked is still known").toEqual([
    { bytes: 0, more_files: null, says: "the word on the left" },
  ]);
});

test("who wants it sooner has it sooner, and who wants it later has it later", async () => {
  const soon = await ended();
  const late = await ended();
  const usual = await ended();
  expect(await retentionOf(ctx, soon.accountId)).toEqual({ pictureHours: 24 });
  expect(await setRetention(ctx, soon.accountId, { pictureHours: 0 })).toEqual({ pictureHours: 0 });
  await setRetention(ctx, late.accountId, { pictureHours: 168 });
  await later(16 * MINUTE_MS);
  expect([await hasPicture(soon), await hasPicture(late), await hasPicture(usual)]).toEqual([
    false,
    true,
    true,
  ]);
  await later(100 * HOUR_MS);
  expect([await hasPicture(late), await hasPicture(usual)]).toEqual([true, false]);
  await later(69 * HOUR_MS);
  expect(await hasPicture(late)).toBe(false);
});

test("a shorter time holds for the pictures that are there, a longer one brings none back", async () => {
  const task = await ended();
  await setRetention(ctx, task.accountId, { pictureHours: 168 });
  await later(30 * HOUR_MS);
  expect(await hasPicture(task)).toBe(true);
  await setRetention(ctx, task.accountId, { pictureHours: 1 });
  await wipePictures.runOnce(ctx);
  expect(await hasPicture(task)).toBe(false);
  await setRetention(ctx, task.accountId, { pictureHours: 168 });
  const next = { ...task, taskId: await endedTask(task.accountId) };
  await later(30 * HOUR_MS);
  expect([await hasPicture(task), await hasPicture(next)]).toEqual([false, true]);
});

test("evidence of an open case is kept until the case is decided", async () => {
  for (const pictureHours of [24, 1] as const) {
    const task = await ended();
    await setRetention(ctx, task.accountId, { pictureHours });
    await openCase(ctx, { kind: "flagged_content", subject: `task:${task.taskId}`, taskId: task.taskId });
    await later(48 * HOUR_MS);
    expect(await hasPicture(task)).toBe(true);
    await ctx.pool.query(
      "update moderation_case set state = 2, decided_at = now(), verdict = 'refuse' where task_id = $1",
      [task.taskId],
    );
    await wipePictures.runOnce(ctx);
    expect(await hasPicture(task)).toBe(false);
  }
});

test("a task that is not over keeps its picture, and those behind it are not passed over", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 10_000 });
  await setRetention(ctx, accountId, { pictureHours: 0 });
  const open = { accountId, taskId: await buildTask(ctx, accountId) };
  const behind = { accountId, taskId: await endedTask(accountId) };
  await later(HOUR_MS);
  expect(await hasPicture(open)).toBe(true);
  await cancelTask(ctx, open);
  await wipePictures.runOnce(ctx);
  expect([await hasPicture(open), await hasPicture(behind)]).toEqual([false, false]);
});

test("more pictures than one look takes are gone after some, by two processes at once too", async () => {
  const accountId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  await setRetention(ctx, accountId, { pictureHours: 1 });
  const taskIds: number[] = [];
  for (let i = 0; i < 130; i++) taskIds.push(await buildTask(ctx, accountId));
  await Promise.all(taskIds.map((taskId) => cancelTask(ctx, { accountId, taskId })));
  await later(2 * HOUR_MS);
  for (let look = 0; look < 3; look++)
    await Promise.all([wipePictures.runOnce(ctx), wipePictures.runOnce(ctx)]);
  const { rows } = await ctx.pool.query(
    "select count(*)::int as left from task_input where task_id = any($1) and bytes <> ''",
    [taskIds],
  );
  expect(rows).toEqual([{ left: 0 }]);
});
