import type { Clock } from "@sightline/contract/clock";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";
import { STATES } from "../tasks/states";

/** The kinds whose queue is limited for each customer; the others go by the rate (protocol.md, rule 10). */
const LIMITED_KINDS = ["recaptcha_v2", "recaptcha_v3", "hcaptcha"] as const satisfies readonly TaskKind[];
const LIMITED_NUMBERS = LIMITED_KINDS.map((kind) => TASK_KINDS[kind].number).join(", ");

export const QUEUE_MAX_QUIET = 100;
export const QUEUE_MAX_FULL = 50;
const QUIET_WAITING = 500;
const FULL_WAITING = 5_000;
const COUNT_LIVES_MS = 1_000;

/** How many challenges of one customer may wait while so many tasks wait in all: 100, falling evenly to 50. */
export function queueMax(waitingInAll: number): number {
  const part = (waitingInAll - QUIET_WAITING) / (FULL_WAITING - QUIET_WAITING);
  const fall = Math.min(1, Math.max(0, part)) * (QUEUE_MAX_QUIET - QUEUE_MAX_FULL);
  return Math.floor(QUEUE_MAX_QUIET - fall);
}

/**
 * Whether a customer's queue of challenges is full. Its own tasks are counted for each submission; submissions that
 * are under way at the same moment do not see each other, so at most as many more are taken. The count of all is
 * shared for a second.
 */
export class ChallengeQueue {
  #waiting: Promise<number> = Promise.resolve(0);
  #countedAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Rejects when the database is away. */
  async isFull(accountId: number, kind: TaskKind): Promise<boolean> {
    if (!(LIMITED_KINDS as readonly TaskKind[]).includes(kind)) return false;
    const max = queueMax(await this.#waitingInAll());
    const { rows } = await this.pool.query<{ waiting: number }>({
      name: "count_waiting_challenges",
      text: `
        select count(*)::int as waiting from (
          select from open_task
          where account_id = $1 and state in (${STATES.queued}, ${STATES.reserved}) and kind in (${LIMITED_NUMBERS})
          limit ${QUEUE_MAX_QUIET}) own`,
      values: [accountId],
    });
    return (rows[0]?.waiting ?? 0) >= max;
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
