import { NODE_COUNT } from "@sightline/db/task-id";
import type pg from "pg";

const NODE_LOCK_CLASS = 7_201;

/** The first free node number, the one held before if possible. The lock lives as long as the connection. */
export async function takeNodeNumber(client: pg.Client, before: number | null): Promise<number> {
  const all = Array.from({ length: NODE_COUNT }, (_, node) => node);
  for (const node of before === null ? all : [before, ...all]) {
    const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1, $2) as got", [
      NODE_LOCK_CLASS,
      node,
    ]);
    if (rows[0]?.got) return node;
  }
  throw new Error(`all ${NODE_COUNT} node numbers are taken by running processes`);
}
