import type { Clock } from "@sightline/contract/clock";
import { shareOf } from "@sightline/contract/money";
import { TASK_KINDS, taskKindOf } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";
import type { IdSource } from "@sightline/db/task-id";
import { Lane } from "../lanes/lane";
import type { PriceBook } from "../prices/price-book";
import { numberArray } from "../tasks/id-range";
import { GOLD_STATES, HAND_OUT_STATEMENT } from "./hand-out-statement";
import { type JudgedShowing, judgeShowings } from "./judge-showings";

/** A worker who is to get a gold task of a kind, in the stage they are in. */
export interface GoldWish {
  workerId: number;
  kindNumber: number;
  stage: number;
}

/** What this process does about gold tasks: knows of which kinds there are any, hands them out and judges answers. */
export class GoldDesk {
  #kinds: ReadonlySet<number> = new Set();
  /** Between 0 and 1; tests know it. */
  chance: () => number = Math.random;
  /** Takes wishes, gives the task that was queued for each, or null. */
  readonly handOut: Lane<GoldWish, number | null>;
  /** Takes tasks that have ended, gives how each was judged; null for one that is none, or was judged before. */
  readonly judge: Lane<number, JudgedShowing | null>;

  constructor(
    private readonly deps: {
      pool: Pool;
      clock: Clock;
      ids: IdSource;
      prices: Pick<PriceBook, "of">;
    },
  ) {
    this.handOut = new Lane({ name: "hand_out_gold", run: (wishes) => this.#handOut(wishes) });
    this.judge = new Lane({ name: "judge_gold", run: (taskIds) => judgeShowings(deps, taskIds) });
  }

  /** Whether there is a gold task of this kind. */
  has(kindNumber: number): boolean {
    return this.#kinds.has(kindNumber);
  }

  async load(): Promise<void> {
    const { rows } = await this.deps.pool.query<{ kind: number }>({
      name: "kinds_of_gold",
      text: `select k.kind from unnest($1::smallint[]) k(kind)
             where exists (select from gold_task g where g.kind = k.kind and g.state = ${GOLD_STATES.in_use})`,
      values: [Object.values(TASK_KINDS).map(({ number }) => number)],
    });
    this.#kinds = new Set(rows.map(({ kind }) => kind));
  }

  async #handOut(wishes: readonly GoldWish[]): Promise<(number | null)[]> {
    const first = new Map(wishes.map((wish) => [wish.workerId, wish]));
    const items = [...first.values()].flatMap((wish) => {
      const taskId = this.deps.ids.tryNext();
      return taskId === null ? [] : [{ ...wish, taskId, ...this.#terms(wish.kindNumber) }];
    });
    const { rows } = await this.deps.pool.query<{ worker_id: number; task_id: number }>({
      ...HAND_OUT_STATEMENT,
      values: [
        numberArray(items.map(({ workerId }) => workerId)),
        numberArray(items.map(({ kindNumber }) => kindNumber)),
        numberArray(items.map(({ stage }) => stage)),
        numberArray(items.map(({ taskId }) => taskId)),
        numberArray(items.map(({ shareMicros }) => shareMicros)),
        numberArray(items.map(({ lifetimeMs }) => lifetimeMs)),
        numberArray(items.map(({ leaseMs }) => leaseMs)),
        new Date(this.deps.clock.nowMs()),
      ],
    });
    const taskOf = new Map(rows.map((row) => [row.worker_id, row.task_id]));
    return wishes.map((wish) =>
      first.get(wish.workerId) === wish ? (taskOf.get(wish.workerId) ?? null) : null,
    );
  }

  /** A gold task pays and lasts as one of a customer would that is accepted now. */
  #terms(kindNumber: number): { shareMicros: number; lifetimeMs: number; leaseMs: number } {
    const kind = taskKindOf(kindNumber);
    const { priceMicros, workerShareBasisPoints } = this.deps.prices.of(kind);
    const { lifetimeMs, leaseMs } = TASK_KINDS[kind];
    return { shareMicros: shareOf(priceMicros, workerShareBasisPoints), lifetimeMs, leaseMs };
  }
}
