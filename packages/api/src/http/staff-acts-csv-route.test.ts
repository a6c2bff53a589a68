import { recordStaffAct } from "@sightline/domain/audit/record-staff-act";
import { inTransaction } from "@sightline/domain/ledger/in-transaction";
import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { beforeAll, expect, test } from "vitest";
import { useTestApp } from "../testing/test-app";

const ACTS = 620;

const app = useTestApp();
let admin: Person;

beforeAll(async () => {
  admin = await buildPerson(app.ctx, app.auth, "admin");
  await inTransaction(app.ctx.pool, async (client) => {
    for (let i = 0; i < ACTS; i++)
      await recordStaffAct(client, {
        actorId: admin.accountId,
        act: "lift_ban",
        subject: `ban:${i}`,
        before: null,
        after: { until: null },
        reason: i === 0 ? "=1+1" : "a mistake",
      });
  });
});

function file(person: Person | null, query = ""): Promise<Response> {
  const headers: Record<string, string> = person?.visit.cookie ? { cookie: person.visit.cookie } : {};
  return fetch(`${app.origin}/staff-acts.csv?${query}`, { headers });
}

test("an admin gets all acts with their links of the chain, more than are read at once", async () => {
  const reply = await file(admin, "act=lift_ban");
  expect(reply.headers.get("content-disposition")).toBe('attachment; filename="staff-acts.csv"');
  const lines = (await reply.text()).trim().split("\r\n").slice(1);
  expect(new Set(lines.map((line) => line.split(",")[0])).size).toBe(ACTS);
  expect(lines[0]).toMatch(/"lift_ban","ban:619","","\{""until"": ?null\}","a mistake","[0-9a-f]{64}"$/);
  expect(lines.at(-1), "what a spreadsheet would run stays text").toContain(`"'=1+1"`);
});

test("filters narrow the file", async () => {
  const lines = (await (await file(admin, "subject=ban:7")).text()).trim().split("\r\n");
  expect(lines).toHaveLength(2);
});

test("nobody else gets it, a suspended admin neither", async () => {
  expect((await file(null)).status).toBe(401);
  for (const role of ["customer", "worker", "moderator"] as const)
    expect((await file(await buildPerson(app.ctx, app.auth, role))).status).toBe(403);
  const other = await buildPerson(app.ctx, app.auth, "admin");
  await app.ctx.pool.query(
    "update account_profile set suspended_at = now(), suspended_reason = 'away' where account_id = $1",
    [other.accountId],
  );
  await app.ctx.suspensions.load();
  expect((await file(other)).status).toBe(403);
});
