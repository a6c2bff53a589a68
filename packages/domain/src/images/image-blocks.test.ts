import { randomBytes } from "node:crypto";
import { UNREADABLE_TO_BLOCK } from "@sightline/contract/images";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listStaffActs } from "../audit/list-staff-acts";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { encodePng } from "../files/fixtures/encode-png";
import { noise } from "../files/fixtures/noise";
import { listNotices } from "../notices/list-notices";
import { setRetention } from "../retention/set-retention";
import { wipePictures } from "../retention/wipe-pictures";
import { actOnTasks } from "../tasks/act-on-tasks";
import { createTask } from "../tasks/create-task";
import { buildAccount, buildDomain } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { blockImage } from "./block-image";
import { excuseImages } from "./excuse-images";
import { keepImageBlocks, sweepImageBlocks } from "./keep-image-blocks";
import { liftImageBlock } from "./lift-image-block";
import { dismissAlike, listAlike, listRefusedAccounts } from "./list-alike";
import { listImageBlocks } from "./list-image-blocks";
import { listUnreadableImages, loadUnreadablePicture } from "./list-unreadable-images";
import { previewImageBlock } from "./preview-image-block";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let staffId: number;
let customerId: number;
let picture: Buffer;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  staffId = await buildAccount(ctx, { role: "moderator" });
});
beforeEach(async () => {
  customerId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  picture = randomBytes(300);
});
afterAll(() => domain.stop());

async function submit(accountId = customerId, bytes = picture): Promise<number> {
  const reply = await createTask(ctx, {
    accountId,
    kind: "image",
    file: { bytes, mediaType: "image/png", widthPx: 100, heightPx: 40 },
    params: {},
  });
  if (!reply.ok) throw new Error(reply.code);
  return reply.taskId;
}

async function end(taskId: number, act: "unreadable" | "answer"): Promise<number> {
  for (let votes = 0; votes < (act === "unreadable" ? 3 : 1); votes++) {
    const workerId = await buildAccount(ctx, { role: "worker" });
    const worker = await WorkerSeat.open(ctx, workerId);
    const { leaseNo } = (await worker.next("assign")).task;
    const how = act === "answer" ? { act, text: "KX", graceMs: 0 as const } : { act };
    await actOnTasks(ctx, workerId, [{ taskId, leaseNo, ...how }]);
    worker.close();
  }
  return taskId;
}

async function unreadable(times: number, accountId = customerId, bytes = picture): Promise<number[]> {
  const taskIds: number[] = [];
  for (let i = 0; i < times; i++) taskIds.push(await end(await submit(accountId, bytes), "unreadable"));
  await keepImageBlocks.runOnce(ctx);
  return taskIds;
}

const refusal = (accountId = customerId, bytes = picture) =>
  ctx.imageBlocks.refusalOf(accountId, "image", [{ bytes }]);

test("a picture closed as unreadable three times is refused: these bytes, of this account, for a day", async () => {
  await unreadable(UNREADABLE_TO_BLOCK - 1);
  expect(refusal()).toBeNull();
  await unreadable(1);
  expect(refusal()).toBe("ERROR_CAPTCHAIMAGE_BLOCKED");
  const sameLength = Buffer.from(picture).fill(~(picture[299] ?? 0) & 255, 299);
  expect(refusal(customerId, sameLength)).toBeNull();
  expect(refusal(await buildAccount(ctx))).toBeNull();
  expect(ctx.imageBlocks.refusalOf(customerId, "audio", [{ bytes: picture }])).toBeNull();
  clock.advance(24 * 3_600_000);
  await keepImageBlocks.runOnce(ctx);
  expect(refusal()).toBeNull();
});

test("before a block is set staff see what it would have refused of the last day, of the account and of everybody", async () => {
  const otherId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  const [taskId = 0] = await unreadable(1);
  await end(await submit(), "answer");
  await end(await submit(customerId, randomBytes(300)), "answer");
  await end(await submit(otherId), "answer");
  const preview = (forEverybody: boolean) => previewImageBlock(ctx, { taskId, forEverybody });
  expect(await preview(false)).toEqual({ lookedAt: 3, tasks: 2, answered: 1, accounts: 1 });
  expect(await preview(true)).toMatchObject({ tasks: 3, answered: 2, accounts: 2 });
  await expect(previewImageBlock(ctx, { taskId: 17, forEverybody: true })).rejects.toMatchObject({
    code: "not_found",
  });
  clock.advance(25 * 3_600_000);
  expect(await preview(false)).toMatchObject({ lookedAt: 0, tasks: 0 });
});

test("its account is told once, and sees the pictures with the reason", async () => {
  const taskIds = await unreadable(UNREADABLE_TO_BLOCK);
  await unreadable(UNREADABLE_TO_BLOCK, customerId, randomBytes(301));
  const { notices } = await listNotices(ctx, customerId);
  expect(notices.map(({ href }) => href)).toEqual(["/app/unrecognisable"]);
  const { rows } = await listUnreadableImages(ctx, { accountId: customerId });
  expect(rows).toHaveLength(6);
  expect(rows.find(({ taskId }) => taskId === taskIds[0])).toMatchObject({
    imageUrl: `/picture/${taskIds[0]}`,
    blocked: { reason: "Closed as unreadable 3 times within a day." },
  });
  const { rows: others } = await listUnreadableImages(ctx, { accountId: await buildAccount(ctx) });
  expect(others).toEqual([]);
});

test("staff lift a block with a reason, and the votes that led to it count no more", async () => {
  await unreadable(UNREADABLE_TO_BLOCK);
  const [block] = (await listImageBlocks(ctx, { accountId: customerId })).rows;
  const lift = { blockId: block?.id ?? 0, reason: "It can be read.", liftedBy: staffId };
  await liftImageBlock(ctx, lift);
  expect(refusal()).toBeNull();
  await unreadable(1);
  expect(refusal()).toBeNull();
  await expect(liftImageBlock(ctx, lift)).rejects.toMatchObject({ code: "conflict" });
  const { rows } = await listStaffActs(ctx, { subject: `image_block:${block?.id}`, limit: 5 });
  expect(rows).toMatchObject([{ act: "lift_image_block", reason: "It can be read.", actorId: staffId }]);
});

test("staff block an unreadable picture for everybody until they lift it, and none that was read", async () => {
  const [taskId = 0] = await unreadable(1);
  const wanted = { taskId, forEverybody: true, reason: "A test card.", blockedBy: staffId };
  await blockImage(ctx, wanted);
  clock.advance(48 * 3_600_000);
  await keepImageBlocks.runOnce(ctx);
  expect(refusal(await buildAccount(ctx))).toBe("ERROR_CAPTCHAIMAGE_BLOCKED");
  await expect(blockImage(ctx, wanted)).rejects.toMatchObject({ code: "conflict" });
  const read = await end(await submit(customerId, randomBytes(302)), "answer");
  await expect(blockImage(ctx, { ...wanted, taskId: read })).rejects.toMatchObject({ code: "not_found" });
  expect(await loadUnreadablePicture(ctx, read)).toBeNull();
  expect(await loadUnreadablePicture(ctx, taskId)).toMatchObject({ bytes: picture });
});

test("an account most of whose pictures cannot be read is refused until staff excuse it or time passes", async () => {
  await ctx.pool.query(
    `update account_profile set limit_overrides = '{"bad_images": 4}' where account_id = $1`,
    [customerId],
  );
  for (let i = 0; i < 2; i++) await unreadable(1, customerId, randomBytes(310 + i));
  for (let i = 0; i < 2; i++) await end(await submit(customerId, randomBytes(320 + i)), "answer");
  await keepImageBlocks.runOnce(ctx);
  expect(refusal(customerId, randomBytes(330))).toBeNull();
  await unreadable(1, customerId, randomBytes(331));
  expect(refusal(customerId, randomBytes(330))).toBe("TOO_MANY_BAD_IMAGES");
  expect(await listRefusedAccounts(ctx)).toContainEqual({
    accountId: customerId,
    email: null,
    unreadable: 3,
    ended: 5,
  });
  await excuseImages(ctx, { accountId: customerId, reason: "A faulty screen.", excusedBy: staffId });
  expect(refusal(customerId, randomBytes(330))).toBeNull();
  await expect(
    excuseImages(ctx, { accountId: customerId, reason: "Again.", excusedBy: staffId }),
  ).rejects.toMatchObject({ code: "conflict" });
  for (let i = 0; i < 6; i++) await unreadable(1, customerId, randomBytes(340 + i));
  expect(refusal(customerId, randomBytes(330))).toBe("TOO_MANY_BAD_IMAGES");
  clock.advance(600_000);
  await keepImageBlocks.runOnce(ctx);
  expect(refusal(customerId, randomBytes(330))).toBeNull();
});

test("pictures that look alike are proposed to staff and refused by nothing", async () => {
  const pixels = noise(4_000);
  const alike = [0, 1, 2].map((i) => {
    const changed = Buffer.from(pixels);
    changed[10] = i;
    return encodePng({ noise: changed });
  });
  const taskIds: number[] = [];
  for (const bytes of alike) taskIds.push(...(await unreadable(1, customerId, bytes)));
  const mine = (await listAlike(ctx)).find(({ accountIds }) => accountIds.includes(customerId));
  expect(new Set(mine?.rows.map(({ taskId }) => taskId))).toEqual(new Set(taskIds));
  expect(refusal(customerId, alike[0])).toBeNull();
  await dismissAlike(ctx, taskIds);
  expect((await listAlike(ctx)).some(({ accountIds }) => accountIds.includes(customerId))).toBe(false);
});

test("staff see a picture only as long as its account keeps it; its block, by the digest alone, holds on", async () => {
  const [taskId = 0] = await unreadable(UNREADABLE_TO_BLOCK);
  const shown = async () => (await listImageBlocks(ctx, { accountId: customerId })).rows[0]?.imageUrl;
  expect(await shown()).toMatch(/^\/unreadable-picture\/\d+$/);
  expect(await loadUnreadablePicture(ctx, taskId)).not.toBeNull();
  await setRetention(ctx, customerId, { pictureHours: 0 });
  clock.advance(16 * 60_000);
  await wipePictures.runOnce(ctx);
  expect(await shown()).toBeNull();
  expect(await loadUnreadablePicture(ctx, taskId)).toBeNull();
  const mine = (await listAlike(ctx)).find(({ accountIds }) => accountIds.includes(customerId));
  expect(mine?.rows.map(({ imageUrl }) => imageUrl) ?? []).toEqual((mine?.rows ?? []).map(() => null));
  expect(refusal()).not.toBeNull();
});

test("marks are forgotten after a month, blocks three months after their end", async () => {
  await unreadable(UNREADABLE_TO_BLOCK);
  clock.advance(31 * 24 * 3_600_000);
  await sweepImageBlocks.runOnce(ctx);
  expect((await listUnreadableImages(ctx, { accountId: customerId })).rows).toEqual([]);
  expect((await listImageBlocks(ctx, { accountId: customerId })).rows).toHaveLength(1);
  clock.advance(61 * 24 * 3_600_000);
  await sweepImageBlocks.runOnce(ctx);
  expect((await listImageBlocks(ctx, { accountId: customerId })).rows).toEqual([]);
});
