import type { Clock } from "@sightline/contract/clock";
import { type PublicFigures, percentileMs } from "@sightline/contract/figures";
import { TASK_KIND_NAMES, TASK_KINDS } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";
import type { Chain } from "../chain/chain";
import { packageOffers } from "../packages/package-offers";
import type { PriceBook } from "../prices/price-book";
import { readUptime } from "../uptime/uptime";
import { EVERYBODY, HOUR_MS } from "./hour-sql";

const KEPT_MS = 10_000;
const HOURS = 24;

/**
 * What the public page says: measured figures, prices, packages. Kept for some seconds, since anybody may ask; those
 * who ask meanwhile wait for the same read.
 */
export class PublicBoard {
  #kept: { reply: Promise<PublicFigures>; untilMs: number } | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly prices: PriceBook,
    private readonly chain: Chain | null,
  ) {}

  async figures(): Promise<PublicFigures> {
    const nowMs = this.clock.nowMs();
    if (this.#kept === null || this.#kept.untilMs <= nowMs) {
      const reply = this.#read();
      this.#kept = { reply, untilMs: nowMs + KEPT_MS };
      reply.catch(() => {
        this.#kept = null;
      });
    }
    const figures = await this.#kept.reply;
    // Prices follow the load, so they are those of this moment.
    const kinds = figures.kinds.map((row) => ({
      ...row,
      priceMicros: this.prices.of(row.kind).priceMicros,
    }));
    return { ...figures, kinds };
  }

  async #read(): Promise<PublicFigures> {
    const nowMs = this.clock.nowMs();
    const fromHour = Math.floor(nowMs / HOUR_MS) - HOURS + 1;
    const [counts, times, packages, uptime] = await Promise.all([
      this.pool.query<{ kind: number; answered: number; unsolved: number }>({
        ...COUNTS_STATEMENT,
        values: [EVERYBODY, fromHour],
      }),
      this.pool.query<{ kind: number; step: number; answers: number }>({
        ...TIMES_STATEMENT,
        values: [EVERYBODY, fromHour],
      }),
      packageOffers(this.pool, new Date(nowMs)),
      readUptime({ pool: this.pool, clock: this.clock }),
    ]);
    const byKind = new Map(counts.rows.map((row) => [row.kind, row]));
    const kinds = TASK_KIND_NAMES.map((kind) => {
      const { number } = TASK_KINDS[kind];
      const steps = times.rows.filter((row) => row.kind === number);
      const { answered = 0, unsolved = 0 } = byKind.get(number) ?? {};
      return {
        kind,
        priceMicros: 0,
        answered,
        unsolved,
        solveP50Ms: percentileMs(steps, 0.5),
        solveP95Ms: percentileMs(steps, 0.95),
      };
    });
    return {
      kinds,
      packages,
      uptime,
      answered: kinds.reduce((sum, { answered }) => sum + answered, 0),
      unsolved: kinds.reduce((sum, { unsolved }) => sum + unsolved, 0),
      chain: this.#chainFacts(),
    };
  }

  #chainFacts(): PublicFigures["chain"] {
    if (this.chain === null) return null;
    const { name, tokens, confirmations } = this.chain.options;
    return {
      name,
      confirmations,
      tokens: tokens.filter(({ accepted }) => accepted).map(({ symbol }) => symbol),
    };
  }
}

/** $1 account, $2 from this hour on. Both by the primary key. */
const COUNTS_STATEMENT = {
  name: "public_counts",
  text: `select kind, sum(answered)::int as answered, sum(unsolved)::int as unsolved
         from task_hour where account_id = $1 and hour >= $2 group by kind`,
} as const;
const TIMES_STATEMENT = {
  name: "public_times",
  text: `select kind, step, sum(answers)::int as answers
         from solve_time_hour where account_id = $1 and hour >= $2 group by kind, step order by kind, step`,
} as const;
