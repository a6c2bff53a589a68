import type { Clock } from "@sightline/contract/clock";
import { LIMITS } from "@sightline/contract/limits";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";
import { STATES } from "../tasks/states";

/** The kinds whose queue is limited for each customer; the others go by the rate (protocol.md, rule 10). */
const LIMITED_KINDS: ReadonlySet<TaskKind> = new Set(["recaptcha_v2", "recaptcha_v3", "hcaptcha"]);
const LIMITED_NUMBERS = [...LIMITED_KINDS].map((kind) => TASK_KINDS[kind].number).join(", ");

const QUIET_WAITING = 500;
const FULL_WAITING = 5_000;
const COUNT_LIVES_MS = 1_000;

/** How many challenges of one customer may wait while so many tasks wait in all: the most, falling evenly to half. */
export function queueMax(waitingInAll: number, max: number = LIMITS.waiting_challenges.max): number {
  const part = (waitingInAll - QUIET_WAITING) / (FULL_WAITING - QUIET_WAITING);
  return Math.floor(max - (Math.min(1, Math.max(0, part)) * max) / 2);
}

export interface QueuePlace {
  accountId: number;
  kind: TaskKind;
  /** The id that the task is going to have. */
  taskId: number;
  /** Where staff have set another number for the account. */
  max?: number | undefined;
}

/**
 * Customers' queues of challenges. A submission enters before its task is made and leaves when the task is stored or
 * refused. Each one counts what is stored, and those that entered this process before it and have not left, each
 * once: so within a process the limit is exact. What other processes are just storing is not seen: each of them can
 * exceed it by that, which is at most the limit once more. The count of all is shared for a second.
 */
export class ChallengeQueue {
  /** By account: the ids of tasks that are about to be stored. */
  readonly #entered = new Map<number, Set<number>>();
  #waiting: Promise<number> = Promise.resolve(0);
  #countedAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** False when the queue is full. Rejects when the database is away. */
  async enter(place: QueuePlace): Promise<boolean> {
    if (!LIMITED_KINDS.has(place.kind)) return true;
    const before = [...(this.#entered.get(place.accountId) ?? [])];
    this.#note(place);
    try {
      const max = queueMax(await this.#waitingInAll(), place.max);
      const stored = await this.#countStored(place.accountId, before, max);
      if (stored + before.length < max) return true;
    } catch (error) {
      this.leave(place);
      throw error;
    }
    this.leave(place);
    return false;
  }

  leave({ accountId, taskId }: QueuePlace): void {
    const entered = this.#entered.get(accountId);
    entered?.delete(taskId);
    if (entered?.size === 0) this.#entered.delete(accountId);
  }

  #note({ accountId, taskId }: QueuePlace): void {
    const entered = this.#entered.get(accountId) ?? new Set();
    entered.add(taskId);
    this.#entered.set(accountId, entered);
  }

  /** Those of an account, without the given ones. */
  async #countStored(accountId: number, without: readonly number[], max: number): Promise<number> {
    const { rows } = await this.pool.query<{ waiting: number }>({
      name: "count_waiting_challenges",
      text: `
        select count(*)::int as waiting from (
          select from open_task
          where account_id = $1 and state in (${STATES.queued}, ${STATES.reserved}) and kind in (${LIMITED_NUMBERS})
            and id <> all($2::bigint[])
          limit $3::int) own`,
      values: [accountId, without, max],
    });
    return rows[0]?.waiting ?? 0;
  }

  #waitingInAll(): Promise<number> {
    const nowMs = this.clock.nowMs();
    if (nowMs - this.#countedAtMs < COUNT_LIVES_MS) return this.#waiting;
    this.#countedAtMs = nowMs;
    const counted = this.#count();
    this.#waiting = counted;
    counted.catch(() => {
      this.#countedAtMs = Number.NEGATIVE_INFINITY;
    });
    return counted;
  }

  /** Walks open_task_queued_idx, no further than what matters. */
  async #count(): Promise<number> {
    const { rows } = await this.pool.query<{ waiting: number }>({
      name: "count_waiting_tasks",
      text: `select count(*)::int as waiting from (
               select from open_task where state = ${STATES.queued} limit ${FULL_WAITING}) waiting`,
    });
    return rows[0]?.waiting ?? 0;
  }
}
