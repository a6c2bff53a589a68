import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Authentication } from "../auth/authentication";
import { findActor } from "../auth/find-actor";
import { logIn } from "../auth/log-in";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { bookDeposit } from "../ledger/book-deposit";
import { reconcile } from "../ledger/reconcile";
import { listCaughtMail } from "../mail/list-caught-mail";
import { makePartitions } from "../maintenance/make-partitions";
import { keepSuspensions } from "../standing/keep-suspensions";
import { actOnTasks } from "../tasks/act-on-tasks";
import {
  buildAuthentication,
  buildPerson,
  buildVisit,
  type Person,
  TEST_PASSWORD,
} from "../testing/build-person";
import { buildDomain, buildSite, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { askDeletion, cancelDeletion } from "./ask-deletion";
import { deleteAccounts } from "./delete-accounts";
import { viewDeletion } from "./view-deletion";

const DAY_MS = 86_400_000;
const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let auth: Authentication;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  auth = buildAuthentication(ctx);
});
afterAll(() => domain.stop());

async function actorOf(person: Person) {
  const actor = await findActor(auth, person.visit);
  if (actor === null) throw new Error("this session has ended");
  return actor;
}

const rightly = { password: TEST_PASSWORD };
const stateOf = async (accountId: number) =>
  (
    await ctx.pool.query<{ state: number }>("select state from account_deletion where account_id = $1", [
      accountId,
    ])
  ).rows[0]?.state;

async function later(ms: number): Promise<void> {
  clock.advance(ms);
  await makePartitions.runOnce(ctx);
}

async function carriedOut(accountId: number): Promise<void> {
  for (let look = 0; look < 20 && (await stateOf(accountId)) !== 2; look++) {
    await deleteAccounts.runOnce(ctx);
    await keepSuspensions.runOnce(ctx);
  }
  expect(await stateOf(accountId)).toBe(2);
}

test("a wrong password deletes nothing, and staff cannot delete themselves", async () => {
  const customer = await buildPerson(ctx, auth, "customer");
  expect(await askDeletion(ctx, await actorOf(customer), { password: "not this one" })).toEqual({
    outcome: "refused",
  });
  expect((await viewDeletion(ctx, customer.accountId)).dueAtMs).toBeNull();
  const admin = await buildPerson(ctx, auth, "admin");
  await expect(askDeletion(ctx, await actorOf(admin), rightly)).rejects.toThrow("audit log");
});

test("for a week everything works as ever, the account can be kept, and then nothing happens", async () => {
  const customer = await buildPerson(ctx, auth, "customer");
  const actor = await actorOf(customer);
  await expect(cancelDeletion(ctx, actor)).rejects.toThrow("not to be deleted");
  const asked = await askDeletion(ctx, actor, rightly);
  expect(asked).toEqual({ outcome: "asked", dueAtMs: clock.nowMs() + 7 * DAY_MS });
  await later(60_000);
  expect(await askDeletion(ctx, actor, rightly), "asking again changes nothing").toEqual(asked);
  await deleteAccounts.runOnce(ctx);
  expect(await stateOf(customer.accountId)).toBe(0);
  await cancelDeletion(ctx, actor);
  await later(8 * DAY_MS);
  await deleteAccounts.runOnce(ctx);
  expect(await stateOf(customer.accountId)).toBeUndefined();
  expect(
    (await listCaughtMail(ctx))
      .slice(0, 2)
      .map(({ subject }) => subject)
      .sort(),
  ).toEqual([
    expect.stringMatching(/^Your account stays/),
    expect.stringMatching(/^Your account will be deleted on \d{4}-\d\d-\d\d$/),
  ]);
});

test("after a week nobody can log in, keys are dead, what names a person is gone, and the ledger still adds up", async () => {
  const customer = await buildPerson(ctx, auth, "customer");
  const { accountId } = customer;
  const worker = await buildPerson(ctx, auth, "worker");
  await bookDeposit(ctx, { accountId, amountMicros: 10_000, reason: "money", bookedBy: null });
  await buildSite(ctx, accountId, { host: "gone.example" });
  const seat = await WorkerSeat.open(ctx, worker.accountId);
  const taskId = await buildTask(ctx, accountId, { textinstructions: "whose name is it" });
  const { task } = await seat.next("assign");
  await actOnTasks(ctx, worker.accountId, [
    { taskId, leaseNo: task.leaseNo, act: "answer", text: "Vera Secret", graceMs: 0 },
  ]);
  seat.close();
  await askDeletion(ctx, await actorOf(customer), rightly);
  const openTask = await buildTask(ctx, accountId);
  expect(await viewDeletion(ctx, accountId)).toMatchObject({
    openTasks: 1,
    availableMicros: 9_600,
    heldMicros: 200,
  });
  await later(7 * DAY_MS);
  await carriedOut(accountId);

  const { reply } = await logIn(ctx, auth, buildVisit(), { email: customer.email, password: TEST_PASSWORD });
  expect(reply.outcome).toBe("refused");
  const rows = async (sql: string) => (await ctx.pool.query(sql, [accountId])).rows;
  expect(await rows("select from auth_user where account_id = $1")).toEqual([]);
  expect(
    await rows(
      "select from api_key where account_id = $1 and (revoked_at is null or prefix <> '' or allowed_addresses <> '{}')",
    ),
  ).toEqual([]);
  expect(await rows("select from site where account_id = $1")).toEqual([]);
  expect(await rows("select from notice where account_id = $1")).toEqual([]);
  expect(
    (
      await ctx.pool.query("select bytes, hints, sender from task_input where task_id = any($1)", [
        [taskId, openTask],
      ])
    ).rows,
  ).toEqual([
    { bytes: Buffer.alloc(0), hints: null, sender: null },
    { bytes: Buffer.alloc(0), hints: null, sender: null },
  ]);
  expect(await rows("select answer, price_micros from task where account_id = $1 order by id")).toEqual([
    { answer: "", price_micros: 200 },
    { answer: null, price_micros: 200 },
  ]);
  // The money of the open task came back; what was paid stays in the books, without a name.
  expect(await rows("select available_micros, held_micros from account where id = $1")).toEqual([
    { available_micros: 9_800, held_micros: 0 },
  ]);
  expect((await rows("select from transfer where debit_id = $1 or credit_id = $1")).length).toBeGreaterThan(
    2,
  );
  expect(await reconcile(ctx.pool)).toEqual([]);
  expect(await listCaughtMail(ctx)).toContainEqual(
    expect.objectContaining({ to: customer.email, subject: "Your account is deleted" }),
  );
});

test("evidence of an open case is kept until it is decided, and many tasks are wiped in pieces by two processes", async () => {
  const customer = await buildPerson(ctx, auth, "customer");
  const { accountId } = customer;
  const first = ctx.ids.next();
  await ctx.pool.query(
    `insert into task (id, account_id, kind, state, price_micros, share_micros, accepted_at, finished_at, worker_id, answer)
     select $1::bigint + n, $2, 1, 4, 200, 100, now(), now(), 7, 'typed' from generate_series(0, 449) n`,
    [first, accountId],
  );
  await ctx.pool.query(
    `insert into task_input (task_id, bytes, media_type, width_px, height_px)
     select $1::bigint + n, 'picture', 1, 10, 10 from generate_series(0, 449) n`,
    [first],
  );
  await ctx.pool.query(
    `insert into moderation_case (kind, state, subject, task_id, opened_at, deadline_at, readers_wanted)
     values ('flagged_content', 0, 'task:' || $1::bigint, $1::bigint, now(), now(), 1)`,
    [first + 3],
  );
  await askDeletion(ctx, await actorOf(customer), rightly);
  await later(7 * DAY_MS);
  for (let look = 0; look < 4; look++)
    await Promise.all([deleteAccounts.runOnce(ctx), deleteAccounts.runOnce(ctx)]);
  await carriedOut(accountId);
  const { rows } = await ctx.pool.query(
    "select task_id - $1 as nth from task_input where bytes <> '' and task_id between $1 and $1 + 449",
    [first],
  );
  expect(rows).toEqual([{ nth: 3 }]);
});
