import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildAccount, buildDomain } from "../testing/builders";
import { floorEffect, moneySettingsHistory } from "./money-settings-history";
import { moneySettings, setMoneySettings } from "./set-money-settings";

const database = useTestDatabase();
const HOUR_MS = 3_600_000;
let built: Awaited<ReturnType<typeof buildDomain>>;
beforeAll(async () => {
  built = await buildDomain(database.url);
});
afterAll(() => built.domain.stop());

test("cap and floor have versions with who set them, and the threads that the cap concerns", async () => {
  const { ctx } = built;
  const changedBy = await buildAccount(ctx, { role: "admin" });
  expect(await moneySettingsHistory(ctx)).toEqual({ versions: [], runningThreads: 0 });
  const installed = moneySettings(ctx);
  await setMoneySettings(ctx, { answersPerThreadHour: 600, floorMicrosPerHour: 10, changedBy });
  await setMoneySettings(ctx, { answersPerThreadHour: 700, floorMicrosPerHour: 0, changedBy });
  const { versions } = await moneySettingsHistory(ctx);
  expect(versions).toMatchObject([
    { answersPerThreadHour: 700, floorMicrosPerHour: 0, changedBy: null },
    { answersPerThreadHour: 600, floorMicrosPerHour: 10 },
    { ...installed, changedAtMs: null, changedBy: null },
  ]);
  expect(versions[0]?.changedAtMs).toBeGreaterThan(0);
});

test("what a floor would have added is counted over the settled hours of seven days", async () => {
  const { ctx, clock } = built;
  const hour = Math.floor(clock.nowMs() / HOUR_MS);
  await database.pool.query(
    `insert into worker_hour (worker_id, hour, active_ms, earned_micros, top_up_micros, settled_at)
     values (1, $1, 3600000, 400, 0, now()), (1, $2, 1800000, 100, 50, now()), (2, $2, 3600000, 2000, 0, now()),
       (3, $3, 3600000, 0, 900, now()), (4, $1, 3600000, null, null, null)`,
    [hour - 1, hour - 2, hour - 169],
  );
  expect(await floorEffect(ctx, { floorMicrosPerHour: 1_000 })).toEqual({
    workers: 2,
    toppedUpMicros: 50,
    wouldTopUpMicros: 600 + 400,
  });
  expect(await floorEffect(ctx, { floorMicrosPerHour: 0 })).toMatchObject({ wouldTopUpMicros: 0 });
});
