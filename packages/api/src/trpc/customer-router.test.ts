import { bookDeposit } from "@sightline/domain/ledger/book-deposit";
import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { buildTask } from "@sightline/domain/testing/builders";
import { beforeAll, expect, test } from "vitest";
import { callProcedure, useTestApp } from "../testing/test-app";

const app = useTestApp();
let mine: Person;
let other: Person;
let taskId: number;

beforeAll(async () => {
  mine = await buildPerson(app.ctx, app.auth, "customer");
  other = await buildPerson(app.ctx, app.auth, "customer");
  await bookDeposit(app.ctx, {
    accountId: mine.accountId,
    amountMicros: 1_000,
    reason: "test",
    bookedBy: null,
  });
  taskId = await buildTask(app.ctx, mine.accountId);
});

const ask = (who: Person, path: string, input?: unknown) =>
  callProcedure(app.origin, `customer.${path}`, { type: "query", input, cookie: who.visit.cookie });
const tell = (who: Person, path: string, input?: unknown) =>
  callProcedure(app.origin, `customer.${path}`, { input, cookie: who.visit.cookie });
const picture = (id: number | string, who?: Person) =>
  fetch(`${app.origin}/picture/${id}`, { headers: who ? { cookie: who.visit.cookie ?? "" } : {} });

test("a customer sees their own money and tasks", async () => {
  expect((await ask(mine, "overview")).data).toMatchObject({
    availableMicros: 800,
    heldMicros: 200,
    queued: 1,
  });
  expect((await ask(mine, "tasks", {})).data).toMatchObject({
    rows: [{ taskId, state: "queued" }],
    nextBefore: null,
  });
  expect((await ask(other, "tasks", {})).data).toEqual({ rows: [], nextBefore: null });
});

test("a customer's picture is shown to that customer", async () => {
  const response = await picture(taskId, mine);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/png");
  expect(response.headers.get("cache-control")).toBe("private, max-age=300");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await response.arrayBuffer()).byteLength).toBe(200);
});

test("another customer's picture looks like one that never was", async () => {
  const theirs = await picture(taskId, other);
  const none = await picture(2_000_000_000_001, other);
  expect([theirs.status, none.status]).toEqual([404, 404]);
  const [a, b] = [await theirs.json(), await none.json()] as { error: { message: string } }[];
  expect(a?.error.message).toBe(b?.error.message);
});

test.each(["0", "-1", "1.5", "9".repeat(30), "abc", "%00"])(
  "a picture by the number %s is not there",
  async (id) => {
    expect((await picture(id, mine)).status).toBe(404);
  },
);

test("nobody sees a picture without a session, and a worker not by the customer's address", async () => {
  expect((await picture(taskId)).status).toBe(401);
  const worker = await buildPerson(app.ctx, app.auth, "worker");
  expect((await picture(taskId, worker)).status).toBe(404);
});

test("another customer's key cannot be revoked", async () => {
  const { data } = await ask(mine, "apiKeys");
  const [key] = data as { id: number }[];
  expect((await tell(other, "revokeApiKey", { id: key?.id })).error?.data.code).toBe("NOT_FOUND");
  expect((await tell(other, "revokeApiKey", { id: 2_000_000_000 })).error?.data.code).toBe("NOT_FOUND");
  expect((await tell(mine, "revokeApiKey", { id: key?.id })).data).toMatchObject({ id: key?.id });
});

test("the addresses that may use the keys are kept, each once", async () => {
  const addresses = ["192.0.2.1", "2001:db8::/32", "192.0.2.1"];
  expect((await tell(mine, "setAllowedAddresses", { addresses })).data).toEqual([
    "192.0.2.1",
    "2001:db8::/32",
  ]);
  expect((await ask(mine, "allowedAddresses")).data).toEqual(["192.0.2.1", "2001:db8::/32"]);
  expect((await ask(other, "allowedAddresses")).data).toEqual([]);
  expect((await tell(mine, "setAllowedAddresses", { addresses: ["example.org"] })).status).toBe(400);
});
