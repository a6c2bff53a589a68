import { STAGES } from "@sightline/contract/score";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAccount, buildDomain } from "../testing/builders";
import { workProgress } from "./work-progress";

const HOUR_MS = 3_600_000;
const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

test("somebody new has no rate for an hour yet, and no level", async () => {
  const workerId = await buildAccount(ctx, { role: "worker" });
  expect(await workProgress(ctx, workerId)).toEqual({ perActiveHourMicros: null, kinds: {} });
});

test("what settled hours of the last day brought is told for an hour, and each kind's stage and level", async () => {
  const workerId = await buildAccount(ctx, { role: "worker" });
  const other = await buildAccount(ctx, { role: "worker" });
  const thisHour = Math.floor(ctx.clock.nowMs() / HOUR_MS);
  const note = (hour: number, earned: number, owner = workerId) =>
    ctx.pool.query(
      `insert into worker_hour (worker_id, hour, active_ms, earned_micros, top_up_micros, settled_at)
       values ($1, $2, $3, $4, 1000, now())`,
      [owner, hour, HOUR_MS / 2, earned],
    );
  await note(thisHour - 1, 3_000);
  await note(thisHour - 2, 1_000);
  await note(thisHour - 30, 900_000);
  await note(thisHour - 1, 700_000, other);
  await ctx.pool.query(
    `insert into worker_standing (worker_id, kind, stage, stage_since, right_weight, wrong_weight)
     values ($1, 1, $2, now(), 60, 1), ($1, 7, $3, now(), 3, 1)`,
    [workerId, STAGES.full, STAGES.probation],
  );
  expect(await workProgress(ctx, workerId)).toEqual({
    perActiveHourMicros: 6_000,
    kinds: { image: { stage: "full", level: 2 }, rotate: { stage: "probation", level: 0 } },
  });
});
