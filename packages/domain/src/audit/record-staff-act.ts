import type { Database } from "@sightline/db/database";
import { sql } from "drizzle-orm";
import type pg from "pg";

export interface StaffAct {
  /** The account of who did it; null for the operator at the machine. */
  actorId: number | null;
  /** A verb in snake case, such as `set_price`. */
  act: string;
  /** What it was done to, such as `account:1012`. */
  subject: string;
  /** What it was and what it is now, as plain JSON; null where there is nothing to tell. */
  before: unknown;
  after: unknown;
  reason?: string | null | undefined;
}

/**
 * Writes down what staff have done, within the transaction that does it: call it last, since the chain's lock is held
 * from here to the commit. `db` is that transaction, drizzle's or the driver's. The database gives the row its number
 * and time, and chains it to the one before.
 */
export async function recordStaffAct(
  db: Pick<pg.ClientBase, "query"> | Pick<Database, "execute">,
  { actorId, act, subject, before, after, reason }: StaffAct,
): Promise<void> {
  const values = [actorId, act, subject, toJson(before), toJson(after), reason ?? null] as const;
  if ("execute" in db) {
    const [a, b, c, d, e, f] = values;
    await db.execute(sql`insert into staff_act (actor_id, act, subject, before, after, reason)
      values (${a}::int, ${b}, ${c}, ${d}::jsonb, ${e}::jsonb, ${f})`);
  } else {
    await db.query(
      `insert into staff_act (actor_id, act, subject, before, after, reason)
       values ($1::int, $2, $3, $4::jsonb, $5::jsonb, $6)`,
      [...values],
    );
  }
}

function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
