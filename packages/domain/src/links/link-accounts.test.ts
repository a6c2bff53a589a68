import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Visit } from "../auth/visit";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { forgetTraces } from "../maintenance/keep-links";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { readStandings } from "../workers/standing";
import { linkAccounts } from "./link-accounts";
import { notePayoutAddress } from "./note-payout-address";
import { noteVisit } from "./note-visit";

const database = useTestDatabase();
const auth = { cookieName: "sightline.session_token" };
let domain: Domain;
let ctx: DomainContext;
let advance: (ms: number) => void;
let seq = 0;

beforeAll(async () => {
  const built = await buildDomain(database.url);
  ({ domain, ctx } = built);
  advance = (ms) => built.clock.advance(ms);
});
afterAll(() => domain.stop());

const visit = (address: string, cookie: string | null = null): Visit => ({ address, userAgent: "x", cookie });
const publicAddress = (): string => `93.184.${++seq}.1`;
const newPair = async () => ({
  worker: await buildAccount(ctx, { role: "worker" }),
  customer: await buildAccount(ctx, { amountMicros: 1_000_000 }),
});

async function linksOf(workerId: number): Promise<unknown[]> {
  const { rows } = await ctx.pool.query("select other_id, sorts from account_link where worker_id = $1", [
    workerId,
  ]);
  return rows;
}

test("accounts that were seen with the same public address are linked", async () => {
  const { worker, customer } = await newPair();
  const address = publicAddress();
  await noteVisit(ctx, auth, visit(address), customer);
  await noteVisit(ctx, auth, visit(address), worker);
  expect(await linksOf(worker)).toEqual([{ other_id: customer, sorts: [1] }]);
});

test("an address of a private network links nobody", async () => {
  const { worker, customer } = await newPair();
  await noteVisit(ctx, auth, visit("192.168.1.7"), customer);
  await noteVisit(ctx, auth, visit("::ffff:127.0.0.1"), worker);
  expect(await linksOf(worker)).toEqual([]);
});

test("accounts of one browser are linked by its mark, wherever it is", async () => {
  const { worker, customer } = await newPair();
  const [cookie = ""] = await noteVisit(ctx, auth, visit(publicAddress()), customer);
  expect(cookie).toMatch(/^sightline\.browser=[\w-]{22}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  const mark = cookie.split(";")[0] ?? "";
  expect(await noteVisit(ctx, auth, visit(publicAddress(), `a=b; ${mark}`), worker)).toEqual([]);
  expect(await linksOf(worker)).toEqual([{ other_id: customer, sorts: [2] }]);
});

const paysFrom = (accountId: number, address: string) =>
  notePayoutAddress(ctx, ctx.pool, { accountId, address });
const linkedWith = async (workerId: number) =>
  (await readStandings(ctx.pool, [workerId], ctx.clock.nowMs())).get(workerId)?.linked;

test("a worker who is paid to the wallet that a customer pays from is linked with them, and stays so", async () => {
  const { worker, customer } = await newPair();
  await paysFrom(customer, `0x${"ab".repeat(20)}`);
  await paysFrom(worker, `0x${"AB".repeat(20)}`);
  await linkAccounts(ctx);
  expect(await linksOf(worker)).toEqual([{ other_id: customer, sorts: [3] }]);
  await ctx.pool.query("update account_trace set seen_at = seen_at - interval '100 days' where sort = 3");
  await forgetTraces.runOnce(ctx);
  expect(await linkedWith(worker)).toEqual(new Set([customer]));
});

test("workers who are paid to one address are one person: whom one is linked with, both are", async () => {
  const { worker, customer } = await newPair();
  const other = await buildAccount(ctx, { role: "worker" });
  const address = publicAddress();
  await noteVisit(ctx, auth, visit(address), other);
  await noteVisit(ctx, auth, visit(address), customer);
  expect(await linkedWith(worker)).toEqual(new Set());
  for (const accountId of [worker, other]) await paysFrom(accountId, `0x${"cd".repeat(20)}`);
  await linkAccounts(ctx);
  expect(await linkedWith(worker)).toEqual(new Set([customer]));
});

test("two workers, or two customers, are not linked", async () => {
  const address = publicAddress();
  for (const role of ["worker", "worker", "moderator"] as const) {
    await noteVisit(ctx, auth, visit(address), await buildAccount(ctx, { role }));
  }
  const { rows } = await ctx.pool.query(
    "select 1 from account_link l join account a on a.id = l.other_id where a.role <> 'customer'",
  );
  expect(rows).toEqual([]);
});

test("accounts of the demo, which share one machine, are not linked", async () => {
  const { worker, customer } = await newPair();
  await ctx.pool.query("update account_profile set demo = true where account_id = any($1)", [
    [worker, customer],
  ]);
  const address = publicAddress();
  await noteVisit(ctx, auth, visit(address), worker);
  await noteVisit(ctx, auth, visit(address), customer);
  expect(await linksOf(worker)).toEqual([]);
});

test("a worker gets no task of a customer they are linked with, but others do", async () => {
  const { worker, customer } = await newPair();
  const stranger = await buildAccount(ctx, { role: "worker" });
  const address = publicAddress();
  await noteVisit(ctx, auth, visit(address), worker);
  await noteVisit(ctx, auth, visit(address), customer);
  const linked = await WorkerSeat.open(ctx, worker);
  const theirs = await buildTask(ctx, customer);
  const other = await WorkerSeat.open(ctx, stranger);
  const { task } = await other.next("assign");
  expect(task.taskId).toBe(theirs);
  await actOnTasks(ctx, stranger, [{ taskId: theirs, leaseNo: 1, act: "pass" }]);
  const free = await buildTask(ctx, await buildAccount(ctx, { amountMicros: 1_000_000 }));
  const { task: got } = await linked.next("assign");
  expect(got.taskId).toBe(free);
  linked.close();
  other.close();
});

test("a link ends thirty days after one of the two was last seen there", async () => {
  const { worker, customer } = await newPair();
  const address = publicAddress();
  await noteVisit(ctx, auth, visit(address), worker);
  advance(10 * 86_400_000);
  await noteVisit(ctx, auth, visit(address), customer);
  advance(20 * 86_400_000 + 1_000);
  await forgetTraces.runOnce(ctx);
  expect(await linksOf(worker)).toEqual([]);
});
