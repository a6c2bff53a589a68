import { TASK_KINDS } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";
import type { LedgerDifference } from "@sightline/domain/ledger/ledger-checks";
import { reconcile } from "@sightline/domain/ledger/reconcile";

export interface Balances {
  availableMicros: number;
  heldMicros: number;
  pendingMicros: number;
}

export interface Move {
  posting: number;
  from: number;
  to: number;
  micros: number;
}

/** The money as it stands in the database, beside what pages and programs are told. */
export class LedgerView {
  constructor(private readonly pool: Pool) {}

  async accountId(email: string): Promise<number> {
    const { rows } = await this.pool.query<{ id: number }>(
      "select account_id as id from auth_user where email = $1",
      [email],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`nobody has the address ${email}`);
    return row.id;
  }

  async balances(email: string): Promise<Balances> {
    const { rows } = await this.pool.query<Balances>(
      `select available_micros as "availableMicros", held_micros as "heldMicros", pending_micros as "pendingMicros"
      from account where id = $1`,
      [await this.accountId(email)],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`${email} has no account`);
    return row;
  }

  /** What a task moved, in the order of its lines; `from` and `to` are account numbers. */
  async movesOf(taskId: number): Promise<Move[]> {
    const { rows } = await this.pool.query<Move>(
      `select code as posting, debit_id as "from", credit_id as "to", micros
      from transfer where cause_id = $1 order by line`,
      [taskId],
    );
    return rows;
  }

  /** The account of the worker in whose hands an open task is; null while it waits. */
  async holderOf(taskId: number): Promise<number | null> {
    const { rows } = await this.pool.query<{ holder: number | null }>(
      "select worker_id as holder from open_task where id = $1",
      [taskId],
    );
    return rows[0]?.holder ?? null;
  }

  /** What an image costs now, and how much of it the worker gets. */
  async shareOfNextTask(): Promise<{ priceMicros: number; basisPoints: number } | undefined> {
    const { rows } = await this.pool.query<{ priceMicros: number; basisPoints: number }>(
      `select price_micros as "priceMicros", worker_share_basis_points as "basisPoints" from kind_price where kind = $1 order by effective_from desc limit 1`,
      [TASK_KINDS.image.number],
    );
    return rows[0];
  }

  async openTasks(): Promise<number[]> {
    const { rows } = await this.pool.query<{ id: number }>("select id from open_task order by id");
    return rows.map(({ id }) => id);
  }

  /** The proof of all of it: what does not agree, so nothing. */
  reconcile(): Promise<LedgerDifference[]> {
    return reconcile(this.pool);
  }
}
