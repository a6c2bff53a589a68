import { expect, test } from "vitest";
import { useTestDatabase } from "./test-database";

const database = useTestDatabase();

test("a test file has a migrated database to itself", async () => {
  const { rows } = await database.pool.query(
    "select current_database() as name, to_regclass('task') is not null as migrated",
  );
  expect(rows).toEqual([{ name: expect.stringMatching(/^test_/), migrated: true }]);
});
