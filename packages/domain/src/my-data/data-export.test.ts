import { crc32, inflateRawSync } from "node:zlib";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Authentication } from "../auth/authentication";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { bookDeposit } from "../ledger/book-deposit";
import { writeRequests } from "../request-log/write-requests";
import { actOnTasks } from "../tasks/act-on-tasks";
import { buildAuthentication, buildPerson } from "../testing/build-person";
import { buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { askExport } from "./ask-export";
import { EXPORT_FILES } from "./export-files";
import { listExports } from "./list-exports";
import { makeExports, sweepExports } from "./make-exports";
import { openExport } from "./open-export";

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

async function made(): Promise<void> {
  for (let look = 0; look < 20; look++) if ((await makeExports.runOnce(ctx)) < 10) return;
  throw new Error("it is not made after 20 looks");
}

/** The files of a ZIP by name, as a program that unpacks it finds them: from its end. */
function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf("PK\x05\x06");
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    expect(zip.toString("latin1", at, at + 4)).toBe("PK\x01\x02");
    const [crc, packed, raw] = [16, 20, 24].map((place) => zip.readUInt32LE(at + place));
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26);
    const bytes = inflateRawSync(zip.subarray(start, start + (packed ?? 0)));
    expect([bytes.length, crc32(bytes)], name).toEqual([raw, crc]);
    files.set(name, bytes.toString());
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

async function fetched(accountId: number): Promise<Map<string, string>> {
  const [newest] = await listExports(ctx, accountId);
  const opened = await openExport(ctx, { id: newest?.id ?? 0, accountId });
  if (opened === null) throw new Error("there is no file");
  const pieces: Buffer[] = [];
  for await (const piece of opened.pieces) pieces.push(piece);
  const zip = Buffer.concat(pieces);
  expect(zip.length).toBe(opened.bytes);
  return unzip(zip);
}

test("everything of an account is in its file, formulas are quoted, and no secret is in it", async () => {
  const customer = await buildPerson(ctx, auth, "customer");
  const worker = await buildPerson(ctx, auth, "worker");
  await bookDeposit(ctx, {
    accountId: customer.accountId,
    amountMicros: 10_000,
    reason: "first money",
    bookedBy: null,
  });
  const seat = await WorkerSeat.open(ctx, worker.accountId);
  const taskId = await buildTask(ctx, customer.accountId);
  const { task } = await seat.next("assign");
  await actOnTasks(ctx, worker.accountId, [
    { taskId, leaseNo: task.leaseNo, act: "answer", text: "=cmd()", graceMs: 0 },
  ]);
  seat.close();
  ctx.requestLog.note({
    accountId: customer.accountId,
    atMs: clock.nowMs(),
    verb: "GET",
    address: "/res.php",
    what: "get",
    code: "OK",
    taskId,
    keyId: null,
    from: "10.0.0.1",
    tookMs: 1,
    headers: {},
    sent: {},
    answered: "OK|=cmd()",
  });
  await writeRequests(ctx);
  expect(await askExport(ctx, customer)).toEqual({ outcome: "begun" });
  expect(await askExport(ctx, customer)).toEqual({ outcome: "being_made" });
  expect(await listExports(ctx, customer.accountId)).toMatchObject([{ state: "being_made", filesDone: 0 }]);
  await made();
  expect(await listExports(ctx, customer.accountId)).toMatchObject([
    { state: "ready", filesDone: EXPORT_FILES.length },
  ]);
  const files = await fetched(customer.accountId);
  expect([...files.keys()]).toEqual(EXPORT_FILES.map(({ name }) => name));
  const account = JSON.parse(files.get("account.json") ?? "") as Record<string, unknown[]>;
  expect(account).toMatchObject({
    you: [{ email: customer.email }],
    api_keys: [{ name: "First key" }],
    bookings: [{ reason: "first money" }],
  });
  expect(files.get("tasks.csv")).toContain(`"${taskId}","image","answered","'=cmd()"`);
  expect(files.get("statement.csv")?.split("\r\n").length).toBeGreaterThan(2);
  expect(files.get("requests.jsonl")).toContain("OK|=cmd()");
  const all = [...files.values()].join("\n");
  expect(all).not.toContain(customer.firstApiKey);
  expect(all).not.toContain(worker.email);

  expect(await askExport(ctx, worker)).toEqual({ outcome: "begun" });
  await made();
  const theirs = await fetched(worker.accountId);
  expect(theirs.get("answers.csv")).toContain(`"${taskId}"`);
  expect([...theirs.values()].join("\n")).not.toContain("=cmd()");
});

test("more tasks than one piece holds are all in it, once, by two processes too", async () => {
  const customer = await buildPerson(ctx, auth, "customer");
  await ctx.pool.query(
    `insert into task (id, account_id, kind, state, reason, price_micros, share_micros, accepted_at, finished_at)
     select $1::bigint + n, $2, 1, 5, 1, 200, 100, now(), now() from generate_series(1, 1234) n`,
    [ctx.ids.next(), customer.accountId],
  );
  await askExport(ctx, customer);
  for (let look = 0; look < 3; look++)
    await Promise.all([makeExports.runOnce(ctx), makeExports.runOnce(ctx)]);
  await made();
  const lines = (await fetched(customer.accountId)).get("tasks.csv")?.trim().split("\r\n") ?? [];
  expect([lines.length, new Set(lines).size]).toEqual([1_235, 1_235]);
});

test("it is there for nobody else, and for its owner a week", async () => {
  const customer = await buildPerson(ctx, auth, "customer");
  const other = await buildPerson(ctx, auth, "customer");
  await askExport(ctx, customer);
  const [{ id } = { id: 0 }] = await listExports(ctx, customer.accountId);
  expect(await openExport(ctx, { id, accountId: customer.accountId }), "not before it is ready").toBeNull();
  await made();
  expect(await listExports(ctx, other.accountId)).toEqual([]);
  expect(await openExport(ctx, { id, accountId: other.accountId })).toBeNull();
  expect(await openExport(ctx, { id, accountId: customer.accountId })).not.toBeNull();
  clock.advance(7 * 86_400_000 + 1);
  expect(await openExport(ctx, { id, accountId: customer.accountId })).toBeNull();
  await sweepExports.runOnce(ctx);
  const { rows } = await ctx.pool.query("select from data_export_part where export_id = $1", [id]);
  expect(rows).toEqual([]);
});

test("three a day can be asked for, and a notice says when one is ready", async () => {
  const customer = await buildPerson(ctx, auth, "customer");
  for (let i = 0; i < 3; i++) {
    expect(await askExport(ctx, customer)).toEqual({ outcome: "begun" });
    await made();
  }
  expect(await askExport(ctx, customer)).toMatchObject({ outcome: "too_many" });
  const { rows } = await ctx.pool.query("select notice from notice where account_id = $1", [
    customer.accountId,
  ]);
  expect(rows).toEqual([{ notice: "data_ready" }, { notice: "data_ready" }, { notice: "data_ready" }]);
});
