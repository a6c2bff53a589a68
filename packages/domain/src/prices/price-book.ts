import { TASK_KINDS, type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";

export interface KindPrice {
  priceMicros: number;
  workerShareBasisPoints: number;
}

/** The prices in force, kept in memory; loaded at start, on a hint and each second, so a new price is seen at once here and within a second elsewhere. */
export class PriceBook {
  #prices = new Map<TaskKind, KindPrice>();

  constructor(private readonly pool: Pool) {}

  async load(): Promise<void> {
    const { rows } = await this.pool.query<{ kind: number; price: number; share: number }>(
      "select kind, price_micros as price, worker_share_basis_points as share from kind_price",
    );
    this.#prices = new Map(
      rows.map(({ kind, price, share }) => [
        taskKindOf(kind),
        { priceMicros: price, workerShareBasisPoints: share },
      ]),
    );
  }

  of(kind: TaskKind): KindPrice {
    const price = this.#prices.get(kind);
    if (!price) throw new Error(`no price is set for ${kind}, number ${TASK_KINDS[kind].number}`);
    return price;
  }
}
