import type { GivenVerdict, Verdict } from "@sightline/contract/moderation";
import { CLAIM_MS, REFUND_DAY_MAX_MICROS, UNDO_MS } from "@sightline/contract/moderation";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listStaffActs } from "../audit/list-staff-acts";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { reconcile } from "../ledger/reconcile";
import { listNotices } from "../notices/list-notices";
import { confirmPay } from "../pay/confirm-pay";
import { refundTask } from "../refunds/refund-task";
import { reportAnswer } from "../reports/report-answer";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { carryOutVerdicts } from "./carry-out-verdicts";
import { CLAIM_NEXT_STATEMENT, claimCase, claimNextCase, type Moderator, releaseCase } from "./claim-case";
import { giveVerdict } from "./give-verdict";
import { CASES_STATEMENT, listCases, moderationFigures } from "./list-cases";
import { loadCasePicture } from "./load-case-picture";
import { openCase, wantedReaders } from "./open-case";
import { undoVerdict } from "./undo-verdict";
import { readCase, viewCase } from "./view-case";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let moderator: Moderator;
let second: Moderator;
let admin: Moderator;
let customerId: number;
let workerId: number;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
beforeEach(async () => {
  await ctx.pool.query("delete from moderation_verdict");
  await ctx.pool.query("delete from moderation_case");
  const staff = async (role: "moderator" | "admin") => ({
    accountId: await buildAccount(ctx, { role }),
    role,
  });
  [moderator, second, admin] = [await staff("moderator"), await staff("moderator"), await staff("admin")];
  customerId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  workerId = await buildAccount(ctx, { role: "worker" });
});
afterEach(async () => {
  expect(await reconcile(ctx.pool)).toEqual([]);
});
afterAll(() => domain.stop());

/** A task that the worker has answered and the customer has called wrong, with its case. */
async function reportedTask(): Promise<{ taskId: number; caseId: number }> {
  const taskId = await answeredTask();
  expect(await reportAnswer(ctx, { accountId: customerId, taskId, verdict: "bad" })).toMatchObject({
    ok: true,
  });
  const { rows } = await ctx.pool.query<{ id: number }>(
    "update moderation_case set readers_wanted = 1 where task_id = $1 returning id",
    [taskId],
  );
  return { taskId, caseId: rows[0]?.id ?? 0 };
}

async function answeredTask(): Promise<number> {
  const taskId = await buildTask(ctx, customerId);
  const worker = await WorkerSeat.open(ctx, workerId);
  const { task } = await worker.next("assign");
  await actOnTasks(ctx, workerId, [
    { act: "answer", taskId, leaseNo: task.leaseNo, text: "KX 482", graceMs: 0 },
  ]);
  worker.close();
  return taskId;
}

const money = async () => [
  (await getBalance(ctx, customerId)).availableMicros,
  (await getBalance(ctx, workerId)).pendingMicros,
];

function verdictOn(caseId: number, verdict: Verdict, overrides: Partial<GivenVerdict> = {}): GivenVerdict {
  const refundMicros = verdict === "refuse" || verdict === "escalate" ? 0 : 200;
  const takenBackMicros = overrides.takesPayBack && verdict !== "ambiguous" ? 120 : 0;
  const expected = { refundMicros, takenBackMicros };
  return { caseId, verdict, takesPayBack: false, reasonCode: "other", expected, ...overrides };
}

async function readThenGive(by: Moderator, caseId: number, given: GivenVerdict) {
  await readCase(ctx, by, { caseId, reading: "KX 432" });
  return giveVerdict(ctx, by, given);
}

async function carryOut(): Promise<void> {
  clock.advance(UNDO_MS);
  await carryOutVerdicts.runOnce(ctx);
}

describe("the queue", () => {
  test("shows the oldest deadline first, in pages, and each subject once", async () => {
    const open = (kind: "support" | "flagged_content", n: number) =>
      openCase(ctx, { kind, subject: `test:${n}`, accountId: customerId });
    await open("support", 1);
    await open("flagged_content", 2);
    expect(await open("support", 1)).toBeNull();
    const first = await listCases(ctx, { limit: 1, role: "moderator" });
    expect(first.rows.map(({ kind }) => kind)).toEqual(["flagged_content"]);
    const next = await listCases(ctx, { limit: 1, role: "moderator", after: first.next ?? undefined });
    expect(next).toMatchObject({ rows: [{ kind: "support" }], next: null });
    expect(await moderationFigures(ctx)).toMatchObject({ open: 2, late: 0 });
  });

  test("reads its first page and the next case by its index, with ten thousand open", async () => {
    await ctx.pool.query(
      `insert into moderation_case (kind, subject, opened_at, deadline_at)
       select 'support', 'plan:' || n, $1::timestamptz, $1::timestamptz + n * interval '1 second'
       from generate_series(1, 10000) n`,
      [new Date(clock.nowMs())],
    );
    await ctx.pool.query("analyze moderation_case");
    const planOf = async ({ text }: { text: string }, values: unknown[]) => {
      const { rows } = await ctx.pool.query<Record<string, string>>(`explain ${text}`, values);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    };
    const now = new Date(clock.nowMs());
    for (const plan of [
      await planOf(CASES_STATEMENT, [new Date(0), 0, null, false, now, 51]),
      await planOf(CLAIM_NEXT_STATEMENT, [moderator.accountId, false, null, now, now]),
    ]) {
      expect(plan).toContain("moderation_case_open_idx");
      expect(plan).not.toContain("Seq Scan on moderation_case");
    }
  });

  test("gives two who ask at once two cases", async () => {
    for (const n of [1, 2]) await openCase(ctx, { kind: "support", subject: `test:${n}` });
    const got = await Promise.all([claimNextCase(ctx, moderator), claimNextCase(ctx, second)]);
    expect(new Set(got).size).toBe(2);
    expect(await claimNextCase(ctx, admin)).toBeNull();
  });

  test("tells a second moderator that the case is taken, until the claim runs out", async () => {
    const caseId = (await openCase(ctx, { kind: "support", subject: "test:1" })) ?? 0;
    await claimCase(ctx, moderator, caseId);
    await expect(claimCase(ctx, second, caseId)).rejects.toMatchObject({ code: "conflict" });
    clock.advance(CLAIM_MS);
    await claimCase(ctx, second, caseId);
    const given = verdictOn(caseId, "refuse");
    await expect(giveVerdict(ctx, moderator, given)).rejects.toThrow("somebody else took it");
  });

  test("takes no verdict after the claim ran out, and nothing is half done", async () => {
    const { caseId } = await reportedTask();
    await readCase(ctx, moderator, { caseId, reading: "x" });
    clock.advance(CLAIM_MS);
    const before = await money();
    await expect(giveVerdict(ctx, moderator, verdictOn(caseId, "accept"))).rejects.toThrow("run out");
    await carryOut();
    expect(await money()).toEqual(before);
    expect(await moderationFigures(ctx)).toMatchObject({ open: 1 });
  });

  test("is free for others when a moderator lets go", async () => {
    const caseId = (await openCase(ctx, { kind: "support", subject: "test:1" })) ?? 0;
    await claimCase(ctx, moderator, caseId);
    await releaseCase(ctx, moderator, caseId);
    expect(await claimNextCase(ctx, second)).toBe(caseId);
  });
});

describe("a bad report", () => {
  test("shows neither answer nor claims before the moderator's own reading", async () => {
    const { caseId } = await reportedTask();
    const blind = await viewCase(ctx, moderator, caseId);
    expect(blind).toMatchObject({ reading: null, claims: null, task: { kind: "image" } });
    expect(JSON.stringify(blind)).not.toContain("KX 482");
    await expect(giveVerdict(ctx, moderator, verdictOn(caseId, "accept"))).rejects.toThrow("own reading");
    const open = await readCase(ctx, moderator, { caseId, reading: "KX 432" });
    expect(open).toMatchObject({
      reading: "KX 432",
      claims: { answer: "KX 482", effect: { refundMicros: 200, payMicros: 120 } },
    });
  });

  test.each([
    ["accept", false, 200, 0, 2],
    ["accept", true, 200, 120, 2],
    ["refuse", true, 0, 0, 3],
    ["ambiguous", true, 200, 0, 5],
    ["unsolvable", false, 200, 0, 6],
  ] as const)(
    "decided as %s (pay back: %s) gives back %i and takes %i",
    async (verdict, takesPayBack, refunded, taken, state) => {
      const { taskId, caseId } = await reportedTask();
      const [available, pending] = await money();
      const expected = { refundMicros: refunded, takenBackMicros: taken };
      await readThenGive(
        moderator,
        caseId,
        verdictOn(caseId, verdict, { takesPayBack, expected, note: "Look twice." }),
      );
      expect(await money()).toEqual([available, pending]);
      await carryOut();
      expect(await money()).toEqual([(available ?? 0) + refunded, (pending ?? 0) - taken]);
      const { rows } = await ctx.pool.query("select state from report where task_id = $1", [taskId]);
      expect(rows).toEqual([{ state }]);
      const learned = await ctx.pool.query("select right_weight from skill_change where cause_id = $1", [
        taskId,
      ]);
      const says: Record<string, { right_weight: number }[]> = {
        accept: [{ right_weight: 0 }],
        refuse: [{ right_weight: 1 }],
      };
      expect(learned.rows).toEqual(says[verdict] ?? []);
      for (const accountId of [customerId, workerId]) {
        const { notices } = await listNotices(ctx, accountId);
        expect(notices[0]?.text).toContain("See the note. Look twice.");
      }
      const acts = await listStaffActs(ctx, {
        act: "decide_bad_report",
        subject: `task:${taskId}`,
        limit: 5,
      });
      expect(acts.rows).toMatchObject([{ actorId: moderator.accountId }]);
    },
  );

  test("is as before when its verdict is taken back in time, and not after", async () => {
    const { caseId } = await reportedTask();
    const before = await money();
    await readThenGive(moderator, caseId, verdictOn(caseId, "accept"));
    await undoVerdict(ctx, moderator, caseId);
    await carryOut();
    expect(await money()).toEqual(before);
    expect(await viewCase(ctx, moderator, caseId)).toMatchObject({ reading: "KX 432" });
    await giveVerdict(ctx, moderator, verdictOn(caseId, "accept"));
    await carryOut();
    await expect(undoVerdict(ctx, moderator, caseId)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is not decided when its effect is another than the button said", async () => {
    const { taskId, caseId } = await reportedTask();
    await readCase(ctx, moderator, { caseId, reading: "x" });
    await refundTask(ctx, ctx.pool, {
      taskId,
      takesPayBack: false,
      refundedBy: null,
      reasonCode: "other",
      note: null,
    });
    await expect(giveVerdict(ctx, moderator, verdictOn(caseId, "accept"))).rejects.toThrow(
      "changed meanwhile",
    );
  });

  test("whose task is refunded between verdict and effect goes to the admins, and nothing moves twice", async () => {
    const { taskId, caseId } = await reportedTask();
    await readThenGive(moderator, caseId, verdictOn(caseId, "accept"));
    await refundTask(ctx, ctx.pool, {
      taskId,
      takesPayBack: false,
      refundedBy: null,
      reasonCode: "other",
      note: null,
    });
    const before = await money();
    await carryOut();
    expect(await money()).toEqual(before);
    expect((await listCases(ctx, { limit: 9, role: "admin" })).rows).toMatchObject([
      { id: caseId, escalated: true },
    ]);
  });

  test("of a task that was refunded in part before can be decided, and moves nothing more", async () => {
    const { taskId, caseId } = await reportedTask();
    await refundTask(ctx, ctx.pool, {
      taskId,
      micros: 50,
      takesPayBack: false,
      refundedBy: null,
      reasonCode: "other",
      note: null,
    });
    clock.advance(1_000);
    const before = await money();
    const expected = { refundMicros: 0, takenBackMicros: 0 };
    await readThenGive(moderator, caseId, verdictOn(caseId, "accept", { expected }));
    await carryOut();
    expect(await money()).toEqual(before);
    const { rows } = await ctx.pool.query("select state from moderation_case where id = $1", [caseId]);
    expect(rows).toEqual([{ state: 2 }]);
  });

  test("beyond an account's refunds of a day is for admins", async () => {
    const { caseId } = await reportedTask();
    await ctx.pool.query(
      "insert into refund (task_id, account_id, micros, taken_back_micros, reason_code, refunded_at) values ($1, $2, $3, 0, 'other', $4)",
      [caseId, customerId, REFUND_DAY_MAX_MICROS, new Date(clock.nowMs())],
    );
    await expect(readThenGive(moderator, caseId, verdictOn(caseId, "accept"))).rejects.toThrow(
      "refunds of a day",
    );
    await giveVerdict(ctx, moderator, verdictOn(caseId, "escalate"));
    await expect(claimCase(ctx, second, caseId)).rejects.toThrow("admins");
    expect(await readThenGive(admin, caseId, verdictOn(caseId, "accept"))).toMatchObject({
      outcome: "decided",
    });
  });
});

describe("a case that two read", () => {
  async function readTwice() {
    const { caseId } = await reportedTask();
    await ctx.pool.query("update moderation_case set readers_wanted = 2 where id = $1", [caseId]);
    return caseId;
  }

  test("is decided when they agree, and the agreement is counted", async () => {
    const caseId = await readTwice();
    expect(await readThenGive(moderator, caseId, verdictOn(caseId, "accept"))).toMatchObject({
      outcome: "waits_for_second",
    });
    expect(await claimNextCase(ctx, moderator)).toBeNull();
    await expect(claimCase(ctx, moderator, caseId)).rejects.toThrow("somebody else reads it");
    expect(await readThenGive(second, caseId, verdictOn(caseId, "accept"))).toMatchObject({
      outcome: "decided",
    });
    expect(await moderationFigures(ctx)).toMatchObject({ readTwice: 1, agreed: 1 });
  });

  test("is the admins' when they differ", async () => {
    const caseId = await readTwice();
    await readThenGive(moderator, caseId, verdictOn(caseId, "accept"));
    expect(await readThenGive(second, caseId, verdictOn(caseId, "refuse"))).toMatchObject({
      outcome: "escalated",
    });
    expect(await moderationFigures(ctx)).toMatchObject({ readTwice: 1, agreed: 0 });
    expect(await readThenGive(admin, caseId, verdictOn(caseId, "refuse"))).toMatchObject({
      outcome: "decided",
    });
  });
});

test("reported content opens a case in the commit that ends the task", async () => {
  const taskId = await buildTask(ctx, customerId);
  const worker = await WorkerSeat.open(ctx, workerId);
  const { task } = await worker.next("assign");
  await actOnTasks(ctx, workerId, [{ act: "report_content", taskId, leaseNo: task.leaseNo }]);
  worker.close();
  const caseId = (await claimNextCase(ctx, moderator, { kind: "flagged_content" })) ?? 0;
  expect(await viewCase(ctx, moderator, caseId)).toMatchObject({
    subject: `task:${taskId}`,
    claims: { answer: null },
  });
});

test("the picture is for whoever holds the case", async () => {
  const { caseId } = await reportedTask();
  await claimCase(ctx, moderator, caseId);
  expect(await loadCasePicture(ctx, moderator, caseId)).toMatchObject({ mediaType: "image/png" });
  expect(await loadCasePicture(ctx, second, caseId)).toBeNull();
});

test("a refund larger than the charge, or a second one, moves nothing", async () => {
  const taskId = await answeredTask();
  const refund = { taskId, takesPayBack: true, refundedBy: null, reasonCode: "other", note: null } as const;
  const before = await money();
  await expect(refundTask(ctx, ctx.pool, { ...refund, micros: 201 })).rejects.toThrow("larger than");
  expect(await money()).toEqual(before);
  await refundTask(ctx, ctx.pool, { ...refund, micros: 50 });
  const after = await money();
  await expect(refundTask(ctx, ctx.pool, { ...refund, micros: 10 })).rejects.toThrow("refunded before");
  expect(await money()).toEqual(after);
});

test("about one in ten reports is read twice", () => {
  const twice = Array.from({ length: 2_000 }, (_, n) => wantedReaders(`task:${n * 7919}`, 10)).filter(
    (n) => n === 2,
  );
  expect(twice.length).toBeGreaterThan(120);
  expect(twice.length).toBeLessThan(280);
});

describe("the pay of a reported answer", () => {
  const pay = async () => {
    const { availableMicros, pendingMicros } = await getBalance(ctx, workerId);
    return { availableMicros, pendingMicros };
  };
  const closeWindows = async () => {
    clock.advance(20 * 60_000);
    await confirmPay(ctx);
  };

  test.each([
    ["kept", "refuse", false, { availableMicros: 120, pendingMicros: 0 }],
    ["kept", "accept", false, { availableMicros: 120, pendingMicros: 0 }],
    ["taken back", "accept", true, { availableMicros: 0, pendingMicros: 0 }],
  ] as const)(
    "is %s when it is decided after its window (%s)",
    async (_, verdict, takesPayBack, expected) => {
      const { caseId } = await reportedTask();
      await closeWindows();
      expect(await pay()).toEqual({ availableMicros: 0, pendingMicros: 120 });
      await readThenGive(moderator, caseId, verdictOn(caseId, verdict, { takesPayBack }));
      await carryOut();
      expect(await pay()).toEqual(expected);
    },
  );

  test("that was taken back within its window is not confirmed later", async () => {
    const { caseId } = await reportedTask();
    await readThenGive(moderator, caseId, verdictOn(caseId, "accept", { takesPayBack: true }));
    await carryOut();
    await closeWindows();
    expect(await pay()).toEqual({ availableMicros: 0, pendingMicros: 0 });
  });

  test("that is confirmed cannot be taken back any more", async () => {
    const taskId = await answeredTask();
    await closeWindows();
    const refund = { taskId, refundedBy: null, reasonCode: "other", note: null } as const;
    expect(await refundTask(ctx, ctx.pool, { ...refund, takesPayBack: true })).toMatchObject({
      refundedMicros: 200,
      takenBackMicros: 0,
    });
    expect(await pay()).toEqual({ availableMicros: 120, pendingMicros: 0 });
  });
});
