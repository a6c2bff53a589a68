import { useTestDatabase } from "@sightline/testing/test-database";
import { expect, test } from "vitest";
import { TASK_LIFE_CODES } from "./task-life-codes";

const database = useTestDatabase();

test("the indexes of transfer leave out the moves of a task's life, and nothing else", async () => {
  const { rows } = await database.pool.query<{ predicate: string }>(
    `select pg_get_expr(indpred, indrelid) as predicate from pg_index
     where indexrelid in ('transfer_debit_idx'::regclass, 'transfer_credit_idx'::regclass)`,
  );
  const codes = rows.map(({ predicate }) => (/\{([\d,]+)\}|ARRAY\[([^\]]+)\]/.exec(predicate) ?? [])[0]);
  expect(codes).toHaveLength(2);
  for (const list of codes) {
    expect((list ?? "").match(/\d+/g)?.map(Number)).toEqual([...TASK_LIFE_CODES].sort((a, b) => a - b));
  }
});
