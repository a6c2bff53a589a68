import { bookDeposit } from "@sightline/domain/ledger/book-deposit";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { buildAccount, buildTask } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { beforeAll, expect, test } from "vitest";
import { useTestApp } from "../testing/test-app";

const app = useTestApp();
let customer: Person;
let taskId: number;

beforeAll(async () => {
  customer = await buildPerson(app.ctx, app.auth, "customer");
  const { accountId } = customer;
  await bookDeposit(app.ctx, { accountId, amountMicros: 70_000, reason: "test", bookedBy: null });
  taskId = await buildTask(app.ctx, accountId);
  const workerId = await buildAccount(app.ctx, { role: "worker" });
  const worker = await WorkerSeat.open(app.ctx, workerId);
  const { task } = await worker.next("assign");
  await actOnTasks(app.ctx, workerId, [
    { taskId, leaseNo: task.leaseNo, act: "answer", text: '=SUM("A1")', graceMs: 0 },
  ]);
  worker.close();
});

function file(person: Person | null, query: string): Promise<Response> {
  const headers: Record<string, string> = person?.visit.cookie ? { cookie: person.visit.cookie } : {};
  return fetch(`${app.origin}/tasks.csv?${query}`, { headers });
}
const LATELY = `from=${Date.now() - 3_600_000}&to=${Date.now() + 3_600_000}`;

test("a customer gets their tasks as a file, and an answer that is a formula stays text", async () => {
  const reply = await file(customer, LATELY);
  expect(reply.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const lines = (await reply.text()).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`"${taskId}","image","answered","'=SUM(""A1"")","","0.0002"`);
});

test("tasks outside of the period are not in it", async () => {
  const before = `from=0&to=${Date.now() - 3_600_000}`;
  expect((await (await file(customer, before)).text()).trim().split("\r\n")).toHaveLength(1);
});

test("more tasks than are read at once follow each other without a gap", async () => {
  const many = await buildPerson(app.ctx, app.auth, "customer");
  const { accountId } = many;
  await bookDeposit(app.ctx, { accountId, amountMicros: 1_000_000, reason: "test", bookedBy: null });
  await Promise.all(Array.from({ length: 620 }, () => buildTask(app.ctx, accountId)));
  const lines = (await (await file(many, LATELY)).text()).trim().split("\r\n").slice(1);
  expect(new Set(lines.map((line) => line.split(",")[0])).size).toBe(620);
});

test("nobody else gets it", async () => {
  expect((await file(null, LATELY)).status).toBe(401);
  expect((await file(await buildPerson(app.ctx, app.auth, "worker"), LATELY)).status).toBe(403);
  const other = await buildPerson(app.ctx, app.auth, "customer");
  expect((await (await file(other, LATELY)).text()).trim().split("\r\n")).toHaveLength(1);
  expect((await file(customer, "from=5&to=1")).status).toBe(400);
});
