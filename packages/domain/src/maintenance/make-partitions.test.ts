import { ensurePartitions, partitionName } from "@sightline/db/partitions";
import { firstIdAt } from "@sightline/db/task-id";
import { useTestDatabase } from "@sightline/testing/test-database";
import { expect, test } from "vitest";

const DAY_MS = 86_400_000;
const SOME_DAY_MS = Date.UTC(2031, 4, 5, 13);

const database = useTestDatabase();

async function partitionOf(id: number): Promise<string> {
  await database.pool.query(
    "insert into task_input (task_id, bytes, media_type, width_px, height_px) values ($1, '', 1, 1, 1)",
    [id],
  );
  const { rows } = await database.pool.query<{ name: string }>(
    "select tableoid::regclass::text as name from task_input where task_id = $1",
    [id],
  );
  return rows[0]?.name ?? "";
}

test("each day's ids have a partition of their own, from the first to the last", async () => {
  await ensurePartitions(database.pool, SOME_DAY_MS, SOME_DAY_MS + DAY_MS);
  const dayStartMs = Math.floor(SOME_DAY_MS / DAY_MS) * DAY_MS;
  expect(partitionName("task_input", dayStartMs)).toBe("task_input_d20310505");
  expect(await partitionOf(firstIdAt(dayStartMs))).toBe("task_input_d20310505");
  expect(await partitionOf(firstIdAt(dayStartMs + DAY_MS) - 1)).toBe("task_input_d20310505");
  expect(await partitionOf(firstIdAt(dayStartMs + DAY_MS))).toBe("task_input_d20310506");
});

test("made again they are left as they are", async () => {
  await ensurePartitions(database.pool, SOME_DAY_MS, SOME_DAY_MS);
  expect(await ensurePartitions(database.pool, SOME_DAY_MS, SOME_DAY_MS)).toEqual({ made: 0 });
});

test("several processes may make them at the same time", async () => {
  const fromMs = SOME_DAY_MS + 100 * DAY_MS;
  await Promise.all(
    Array.from({ length: 6 }, () => ensurePartitions(database.pool, fromMs, fromMs + 5 * DAY_MS)),
  );
  expect(await ensurePartitions(database.pool, fromMs, fromMs + 5 * DAY_MS)).toEqual({ made: 0 });
});

test("an id for which there is no partition is refused", async () => {
  await expect(partitionOf(firstIdAt(Date.UTC(2060, 0, 1)))).rejects.toMatchObject({ code: "23514" });
});
