import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildDomain } from "../testing/builders";
import { countWaiting } from "./count-waiting";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

test("what others asked for and still waits is counted; not one's own, nor a change of one's own role", async () => {
  const now = new Date();
  await database.pool.query(
    `insert into refund_request (account_id, task_ids, micros, reason, state, asked_by, asked_at)
     select 2000 + n, '{1}', 1, 'Why', case n when 4 then 'refused' else 'waiting' end, case n when 3 then 7 else 8 end, $1
     from generate_series(1, 4) n`,
    [now],
  );
  await database.pool.query(
    `insert into role_change (account_id, from_role, to_role, reason, state, asked_by, asked_at)
     select n, 'moderator', 'admin', 'Why', 'waiting', 8, $1 from unnest('{7, 2001}'::int[]) n`,
    [now],
  );
  await database.pool.query(
    `insert into staff_invitation (email, role, token_sha256, invited_by, reason, state, decided_by, created_at, expires_at)
     select n || '@example.org', 'admin', n, case n when 4 then 7 else 8 end, 'Why',
       case n when 3 then 'approved' else 'waiting' end, case n when 3 then 9 end, $1::timestamptz, $1::timestamptz + case n when 5 then -1 else 1 end * interval '1 day'
     from generate_series(1, 5) n`,
    [now],
  );
  await database.pool.query(
    `insert into hand_booking (id, account_id, amount_micros, reason, state, asked_by, asked_at)
     select n, 2000, 1, 'Why', case n when 3 then 'refused' else 'waiting' end, case n when 2 then 7 else 8 end, $1
     from generate_series(1, 3) n`,
    [now],
  );
  expect(await countWaiting(ctx, 7)).toEqual({ refunds: 2, bookings: 1, roles: 1, invitations: 2 });
  expect(await countWaiting(ctx, 8)).toEqual({ refunds: 1, bookings: 1, roles: 0, invitations: 1 });
});
