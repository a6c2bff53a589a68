import { bookDeposit } from "@sightline/domain/ledger/book-deposit";
import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { beforeAll, expect, test } from "vitest";
import { callProcedure, useTestApp } from "../testing/test-app";

const app = useTestApp();
let customer: Person;
let admin: Person;

beforeAll(async () => {
  customer = await buildPerson(app.ctx, app.auth, "customer");
  admin = await buildPerson(app.ctx, app.auth, "admin");
  await bookDeposit(app.ctx, {
    accountId: customer.accountId,
    amountMicros: 70,
    reason: "test",
    bookedBy: null,
  });
});

function statement(person: Person | null, query: string): Promise<Response> {
  const headers: Record<string, string> = person?.visit.cookie ? { cookie: person.visit.cookie } : {};
  return fetch(`${app.origin}/statement.csv?${query}`, { headers });
}

const LATELY = `from=${Date.now() - 3_600_000}&to=${Date.now() + 3_600_000}`;

test("a customer gets their own statement as a file", async () => {
  const reply = await statement(customer, LATELY);
  expect(reply.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const lines = (await reply.text()).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('"deposit","money paid in","booking"');
  expect(lines[1]).toContain('"0.00007","0","0"');
});

test("an admin gets any account's, and to everybody else another's is not there", async () => {
  const query = `${LATELY}&account=${customer.accountId}`;
  expect(await (await statement(admin, query)).text()).toContain('"money paid in"');
  const stranger = await buildPerson(app.ctx, app.auth, "customer");
  expect((await statement(stranger, query)).status).toBe(404);
});

test("an admin who looks at a customer's pages gets that customer's", async () => {
  const looking = await buildPerson(app.ctx, app.auth, "admin");
  const { error } = await callProcedure(app.origin, "impersonation.start", {
    cookie: looking.visit.cookie,
    type: "mutation",
    input: { accountId: customer.accountId, reason: "They asked for help." },
  });
  expect(error).toBeUndefined();
  expect(await (await statement(looking, LATELY)).text()).toContain('"money paid in"');
});

test("nobody gets one without a log-in, and none without a period", async () => {
  expect((await statement(null, LATELY)).status).toBe(401);
  for (const query of ["", "from=1", "from=5&to=1", "from=NaN&to=1", `${LATELY}&account=-1`]) {
    expect((await statement(customer, query)).status).toBe(400);
  }
});
