import type { ActsReply, WorkAct } from "@sightline/contract/work";
import { getBalance } from "@sightline/domain/ledger/get-balance";
import { reconcile } from "@sightline/domain/ledger/reconcile";
import { endLeases } from "@sightline/domain/maintenance/end-what-is-due";
import { getTaskResult } from "@sightline/domain/tasks/get-task-result";
import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { buildAccount, buildTask } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type CallReply, callProcedure, useTestApp } from "../testing/test-app";

/** What a worker's client can send wrong, over the wire: each has its own clear result, and nothing is half done. */
const app = useTestApp();
const DIGITS = { numeric: 1, minLen: 4, maxLen: 6 } as const;

let customer: number;
let person: Person;
let stranger: Person;
let seat: WorkerSeat;
let taskId: number;
let leaseNo: number;

beforeAll(async () => {
  customer = await buildAccount(app.ctx, { amountMicros: 1_000_000 });
  stranger = await buildPerson(app.ctx, app.auth, "worker");
});
beforeEach(async () => {
  person = await buildPerson(app.ctx, app.auth, "worker");
  seat = await WorkerSeat.open(app.ctx, person.accountId);
  await buildTask(app.ctx, customer, DIGITS);
  ({ taskId, leaseNo } = (await seat.next("assign")).task);
});
afterEach(async () => {
  await act(person, [{ taskId, leaseNo, act: "answer", text: "99999", graceMs: 0 }]);
  seat.close();
});
afterAll(async () => {
  expect(await reconcile(app.ctx.pool)).toEqual([]);
});

type Sent = Omit<Partial<Extract<WorkAct, { act: "answer" }>>, "solution"> & { solution?: unknown };

function act(who: Person, acts: readonly unknown[]): Promise<CallReply> {
  return callProcedure(app.origin, "work.act", { input: { acts }, cookie: who.visit.cookie });
}

const sent = (fields: Sent) => ({ taskId, leaseNo, act: "answer", graceMs: 0, ...fields });
const outcomes = ({ data }: CallReply) => (data as ActsReply).results.map(({ outcome }) => outcome);

/** All that an act could have changed. */
async function everything() {
  const { rows } = await app.ctx.pool.query(
    `select (select json_agg(o order by id) from open_task o) as open, (select count(*)::int from task) as ended,
      (select count(*)::int from transfer) as moves, (select json_agg(a order by id) from account a) as accounts`,
  );
  return rows[0];
}

const REFUSED: [string, Sent, string][] = [
  ["nothing at all", {}, "empty"],
  ["empty text", { text: "" }, "empty"],
  ["blanks", { text: " \t\u3000" }, "empty"],
  ["nothing but control characters", { text: "\u0000\u0007\u001b\u0085\n" }, "empty"],
  ["half a surrogate pair", { text: "12\ud83d34" }, "wrong_shape"],
  ["fewer characters than the least", { text: "123" }, "too_short"],
  ["more characters than the most", { text: "1234567" }, "too_long"],
  ["letters where digits are asked for", { text: "12x45" }, "not_numeric"],
  ["a control character that leaves what breaks the hint", { text: "12\u0000x4" }, "not_numeric"],
  ["1,001 characters", { text: "1".repeat(1_001) }, "too_long"],
  ["4,001 characters", { text: "1".repeat(4_001) }, "too_long"],
  ["a megabyte", { text: "1".repeat(1_048_576) }, "too_long"],
  ["cells where text is asked for", { solution: { shape: "cells", cells: [1] } }, "wrong_shape"],
  ["no match where that is no answer", { solution: { shape: "none" } }, "wrong_shape"],
  ["a task that never was", { taskId: 2_000_000_007, text: "12345" }, "not_yours"],
  ["a lease that never was", { leaseNo: 7, text: "12345" }, "not_yours"],
];

test.each(REFUSED)("%s is refused by its name, and nothing has changed", async (_, fields, outcome) => {
  const before = await everything();
  const reply = await act(person, [sent(fields)]);
  expect({ status: reply.status, outcomes: outcomes(reply) }).toEqual({ status: 200, outcomes: [outcome] });
  expect(await everything()).toEqual(before);
  expect(seat.seat.current).toMatchObject({ taskId, leaseNo });
});

test.each(REFUSED)("%s leaves the other acts of its call alone", async (_, fields, outcome) => {
  const reply = await act(person, [sent(fields), sent({ text: "12345" })]);
  expect(outcomes(reply)).toEqual([outcome, "done"]);
  expect(await getTaskResult(app.ctx, { accountId: customer, taskId })).toMatchObject({ answer: "12345" });
  expect((await getBalance(app.ctx, person.accountId)).pendingMicros).toBe(120);
});

test("an answer for another worker's lease looks like one for no task, and the other keeps theirs", async () => {
  const before = await everything();
  expect(outcomes(await act(stranger, [sent({ text: "12345" })]))).toEqual(["not_yours"]);
  expect(await everything()).toEqual(before);
  expect(outcomes(await act(person, [sent({ text: "54321" })]))).toEqual(["done"]);
  expect(await getTaskResult(app.ctx, { accountId: customer, taskId })).toMatchObject({ answer: "54321" });
  expect(await getBalance(app.ctx, stranger.accountId)).toMatchObject({ pendingMicros: 0 });
});

test("an answer after the lease has ended is told so, and not paid", async () => {
  app.clock.advance(33_000);
  await endLeases.runOnce(app.ctx);
  const before = await everything();
  expect(outcomes(await act(person, [sent({ text: "12345" })]))).toEqual(["lease_ended"]);
  expect(await everything()).toEqual(before);
  expect((await getBalance(app.ctx, person.accountId)).pendingMicros).toBe(0);
});

test("the same answer in one call, in two at once and later counts once", async () => {
  const answer = sent({ text: "12345" });
  const replies = await Promise.all([act(person, [answer, answer]), act(person, [answer])]);
  replies.push(await act(person, [answer]));
  expect(replies.flatMap(outcomes)).toEqual(["done", "done", "done", "done"]);
  expect((await getBalance(app.ctx, person.accountId)).pendingMicros).toBe(120);
});

test("another answer after the first does not replace it", async () => {
  await act(person, [sent({ text: "12345" })]);
  await act(person, [sent({ text: "54321" })]);
  expect(await getTaskResult(app.ctx, { accountId: customer, taskId })).toMatchObject({ answer: "12345" });
});

test("control characters inside become one space, as everywhere", async () => {
  expect(outcomes(await act(person, [sent({ text: "\u001b12\u0000\r\n34\u0007" })]))).toEqual(["done"]);
  expect(await getTaskResult(app.ctx, { accountId: customer, taskId })).toMatchObject({ answer: "12 34" });
});

const UNREADABLE: [string, unknown[], number][] = [
  ["no act", [], 400],
  ["more acts than one call takes", Array(21).fill({ act: "pass", taskId: 1, leaseNo: 1 }), 400],
  ["an act that there is not", [{ act: "win", taskId: 1, leaseNo: 1 }], 400],
  ["a task id that is none", [{ act: "pass", taskId: "1; drop", leaseNo: 1 }], 400],
  ["a solution that is none", [{ act: "answer", taskId: 1, leaseNo: 1, solution: { shape: "cells" } }], 400],
  ["a body of three megabytes", [{ act: "answer", taskId: 1, leaseNo: 1, text: "1".repeat(3_000_000) }], 413],
];
test.each(UNREADABLE)(
  "a call with %s is refused whole, before any of it is done",
  async (_, acts, status) => {
    const before = await everything();
    const all = status === 413 || acts.length !== 1 ? acts : [sent({ text: "12345" }), ...acts];
    expect((await act(person, all)).status).toBe(status);
    expect(await everything()).toEqual(before);
  },
);
