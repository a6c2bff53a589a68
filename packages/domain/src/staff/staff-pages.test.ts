import { TASK_KIND_NAMES } from "@sightline/contract/task-kinds";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApiKey } from "../api-keys/create-api-key";
import { findApiKey } from "../api-keys/find-api-key";
import type { Authentication } from "../auth/authentication";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { getBalance } from "../ledger/get-balance";
import { buildAuthentication, buildPerson } from "../testing/build-person";
import { buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { depositByHand } from "./deposit-by-hand";
import { listAccounts } from "./list-accounts";
import { setAccountLimit } from "./set-account-limit";
import { viewAccount } from "./view-account";
import { viewFloor } from "./view-floor";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let auth: Authentication;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  auth = buildAuthentication(ctx);
});
afterAll(() => domain.stop());

const richCustomer = async () => {
  const customer = await buildPerson(ctx, auth, "customer");
  await depositByHand(ctx, {
    accountId: customer.accountId,
    amountMicros: 10_000,
    reason: "for the test",
    bookedBy: customer.accountId,
  });
  return customer;
};

test("the floor shows queued and assigned tasks with whose they are, and who works", async () => {
  const [customer, person] = [await richCustomer(), await buildPerson(ctx, auth, "worker")];
  const worker = await WorkerSeat.open(ctx, person.accountId);
  const first = await buildTask(ctx, customer.accountId);
  await worker.next("assign");
  const floor = await viewFloor(ctx);
  expect(floor.kinds.map(({ kind }) => kind)).toEqual(TASK_KIND_NAMES);
  expect(floor.kinds[0]).toMatchObject({
    kind: "image",
    queued: 0,
    assigned: 1,
    oldestQueuedMs: null,
    solveP50Ms: null,
  });
  expect(floor).toMatchObject({
    workers: { connected: 1, idle: 0, working: 1 },
    rows: [{ taskId: first, state: "assigned", customerEmail: customer.email, workerEmail: person.email }],
    ledgerDifferenceMicros: 0,
  });
  await ctx.pool.query(
    "insert into process_load (node, workers, idle_workers, seen_at) values (900, 3, 2, $1)",
    [new Date(ctx.clock.nowMs())],
  );
  expect((await viewFloor(ctx)).workers, "with those of another process").toEqual({
    connected: 4,
    idle: 2,
    working: 1,
  });
  await ctx.pool.query("delete from process_load where node = 900");
  worker.close();
});

test("accounts are found by number, by a part of the address, and by role", async () => {
  const [customer, worker] = [
    await buildPerson(ctx, auth, "customer"),
    await buildPerson(ctx, auth, "worker"),
  ];
  const search = async (filter: Partial<Parameters<typeof listAccounts>[1]>) => {
    const { rows } = await listAccounts(ctx, { limit: 100, ...filter });
    return rows.map(({ accountId }) => accountId);
  };
  expect(await search({ search: String(customer.accountId) })).toContain(customer.accountId);
  expect(await search({ search: worker.email.slice(2, 12).toUpperCase() })).toEqual([worker.accountId]);
  expect(await search({ role: "worker" })).not.toContain(customer.accountId);
  expect(await search({ search: "99999999999999" })).toEqual([]);
});

test("what is searched for is text, not a pattern", async () => {
  await buildPerson(ctx, auth, "customer");
  for (const search of ["%", "_", "\\", "100%"]) {
    expect((await listAccounts(ctx, { limit: 10, search })).rows).toEqual([]);
  }
});

test("accounts come in pages without the platform's own", async () => {
  for (let i = 0; i < 3; i++) await buildPerson(ctx, auth, "worker");
  const seen: number[] = [];
  let before: number | undefined;
  do {
    const page = await listAccounts(ctx, { limit: 2, before });
    seen.push(...page.rows.map(({ accountId }) => accountId));
    before = page.nextBefore ?? undefined;
  } while (before !== undefined);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  const { rows } = await ctx.pool.query("select count(*)::int as people from auth_user");
  expect(rows).toEqual([{ people: seen.length }]);
});

test("a limit that staff set holds at once and can be set back", async () => {
  const { accountId } = await richCustomer();
  const { key } = await createApiKey(ctx, { accountId, name: "Key" });
  await findApiKey(ctx, key);
  await setAccountLimit(ctx, { accountId, limit: "submissions", value: 5_000, changedBy: null });
  expect(await findApiKey(ctx, key)).toMatchObject({ limitOverrides: { submissions: 5_000 } });
  expect((await viewAccount(ctx, accountId)).limits).toContainEqual({
    name: "submissions",
    value: 5_000,
    usual: 60,
  });
  await setAccountLimit(ctx, { accountId, limit: "submissions", value: null, changedBy: null });
  expect(await findApiKey(ctx, key)).toMatchObject({ limitOverrides: {} });
});

test("a limit that counts addresses or log-ins cannot be set for an account", async () => {
  const { accountId } = await richCustomer();
  for (const limit of ["wrong_keys", "log_in_attempts_account", "sign_ups"] as const) {
    await expect(setAccountLimit(ctx, { accountId, limit, value: 1, changedBy: null })).rejects.toMatchObject(
      {
        code: "conflict",
      },
    );
  }
});

test.each([
  ["unknown", 2_000_000_000],
  ["the platform's", 1],
])("an account that is %s is not there", async (_, accountId) => {
  await expect(viewAccount(ctx, accountId)).rejects.toMatchObject({ code: "not_found" });
  await expect(
    setAccountLimit(ctx, { accountId, limit: "submissions", value: 1, changedBy: null }),
  ).rejects.toMatchObject({
    code: "not_found",
  });
});

test("an account shows its money and what it has running", async () => {
  const { accountId, email } = await richCustomer();
  await buildTask(ctx, accountId);
  expect(await viewAccount(ctx, accountId)).toMatchObject({
    email,
    role: "customer",
    availableMicros: 9_800,
    heldMicros: 200,
    openTasks: 1,
  });
});

test("a deposit by hand goes to customers only, and else moves nothing", async () => {
  const worker = await buildPerson(ctx, auth, "worker");
  const deposit = {
    accountId: worker.accountId,
    amountMicros: 5,
    reason: "a mistake",
    bookedBy: worker.accountId,
  };
  await expect(depositByHand(ctx, deposit)).rejects.toMatchObject({ code: "not_found" });
  await expect(depositByHand(ctx, { ...deposit, accountId: 1 })).rejects.toMatchObject({ code: "not_found" });
  expect(await getBalance(ctx, worker.accountId)).toMatchObject({ availableMicros: 0 });
});
