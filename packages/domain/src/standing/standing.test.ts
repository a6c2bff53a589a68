import { UNDO_MS } from "@sightline/contract/moderation";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findApiKey } from "../api-keys/find-api-key";
import { listStaffActs } from "../audit/list-staff-acts";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { carryOutVerdicts } from "../moderation/carry-out-verdicts";
import { claimNextCase } from "../moderation/claim-case";
import { giveVerdict } from "../moderation/give-verdict";
import { listNotices } from "../notices/list-notices";
import { getTaskResult } from "../tasks/get-task-result";
import { buildAccount, buildApiKey, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { appeal, myStanding } from "./appeal";
import { keepSuspensions } from "./keep-suspensions";
import { liftByHand } from "./lift-by-hand";
import { suspendAccount } from "./suspend-account";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let adminId: number;
let customerId: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
beforeEach(async () => {
  adminId = await buildAccount(ctx, { role: "admin" });
  customerId = await buildAccount(ctx, { amountMicros: 10_000 });
});
afterAll(() => domain.stop());

const suspend = (overrides: { accountId?: number; untilMs?: number | null } = {}) =>
  suspendAccount(ctx, {
    accountId: customerId,
    reason: "Pictures cut from challenges.",
    untilMs: null,
    suspendedBy: adminId,
    ...overrides,
  });

test("a suspension ends queued tasks unpaid and lets leased ones finish", async () => {
  const leased = await buildTask(ctx, customerId);
  const workerId = await buildAccount(ctx, { role: "worker" });
  const worker = await WorkerSeat.open(ctx, workerId);
  await worker.next("assign");
  const other = await buildAccount(ctx, { amountMicros: 10_000 });
  const queued = await buildTask(ctx, customerId);
  await buildTask(ctx, other);
  await suspend();
  await keepSuspensions.runOnce(ctx);
  expect(await getTaskResult(ctx, { accountId: customerId, taskId: queued })).toMatchObject({
    state: "unsolvable",
    reason: "account_suspended",
  });
  expect(await getTaskResult(ctx, { accountId: customerId, taskId: leased })).toMatchObject({
    state: "open",
  });
  expect(await getBalance(ctx, customerId)).toMatchObject({ availableMicros: 9_800, heldMicros: 200 });
  expect(await getBalance(ctx, other)).toMatchObject({ heldMicros: 200 });
  worker.close();
});

test("its holder is told why, its keys know it at once, and the act is written down", async () => {
  const key = await buildApiKey(ctx, customerId);
  await findApiKey(ctx, key);
  await suspend();
  expect(await findApiKey(ctx, key)).toMatchObject({ suspended: true });
  expect(await myStanding(ctx, customerId)).toMatchObject({
    suspension: { reason: "Pictures cut from challenges.", untilMs: null },
  });
  expect((await listNotices(ctx, customerId)).notices[0]?.text).toContain("Pictures cut from challenges.");
  const { rows } = await listStaffActs(ctx, { subject: `account:${customerId}`, limit: 1 });
  expect(rows).toMatchObject([{ act: "suspend_account", reason: "Pictures cut from challenges." }]);
});

test("it ends by itself at its time, and by hand before", async () => {
  await suspend({ untilMs: clock.nowMs() + 60_000 });
  await keepSuspensions.runOnce(ctx);
  expect((await myStanding(ctx, customerId)).suspension).not.toBeNull();
  clock.advance(60_000);
  await keepSuspensions.runOnce(ctx);
  expect((await myStanding(ctx, customerId)).suspension).toBeNull();
  await suspend();
  await liftByHand(ctx, { accountId: customerId, reason: "A mistake.", liftedBy: adminId });
  expect((await myStanding(ctx, customerId)).suspension).toBeNull();
});

test("an appeal is made once, and lifts the suspension when it is accepted", async () => {
  await expect(appeal(ctx, { accountId: customerId, says: "Why?" })).rejects.toMatchObject({
    code: "conflict",
  });
  await suspend();
  await appeal(ctx, { accountId: customerId, says: "They are my own." });
  await expect(appeal(ctx, { accountId: customerId, says: "Again." })).rejects.toThrow("already");
  const moderator = { accountId: adminId, role: "admin" } as const;
  const caseId = (await claimNextCase(ctx, moderator, { kind: "appeal" })) ?? 0;
  const expected = { refundMicros: 0, takenBackMicros: 0 };
  const given = {
    caseId,
    verdict: "accept",
    takesPayBack: false,
    reasonCode: "evidence_fails",
    expected,
  } as const;
  await giveVerdict(ctx, moderator, given);
  clock.advance(UNDO_MS);
  await carryOutVerdicts.runOnce(ctx);
  await keepSuspensions.runOnce(ctx);
  expect(await myStanding(ctx, customerId)).toEqual({ suspension: null, appealed: false });
});

test.each([
  ["of one's own account", () => suspend({ accountId: adminId }), "conflict"],
  ["that ended before it began", () => suspend({ untilMs: clock.nowMs() }), "conflict"],
  ["of an account that is not there", () => suspend({ accountId: 2_000_000_000 }), "not_found"],
])("a suspension %s is refused", async (_, attempt, code) => {
  await expect(attempt()).rejects.toMatchObject({ code });
});
