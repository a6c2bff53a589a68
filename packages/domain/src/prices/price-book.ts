import type { Clock } from "@sightline/contract/clock";
import type { KindPriceVersion } from "@sightline/contract/prices";
import { TASK_KINDS, type TaskKind, taskKindOf } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";

/** What a kind costs and pays at one moment. */
export interface KindPrice {
  /** The current rate: what a task accepted now costs. */
  priceMicros: number;
  /** The table price, and the bounds between which the rate moves around it. */
  tablePriceMicros: number;
  rateMinMicros: number;
  rateMaxMicros: number;
  workerShareBasisPoints: number;
  packageShareBasisPoints: number;
}

interface PriceVersion extends Omit<KindPrice, "priceMicros"> {
  kind: TaskKind;
  effectiveFromMs: number;
}

/** Versions that begin later, a kind; more than these wait for a later load. */
const COMING_MAX = 5;

/**
 * The prices and rates in force, kept in memory; loaded at start, on a hint and each second, so a change is seen at
 * once here and within a second elsewhere. Versions that begin later are loaded too and begin on time.
 */
export class PriceBook {
  /** By kind, the latest first. */
  #versions = new Map<TaskKind, PriceVersion[]>();
  #rates = new Map<TaskKind, number>();
  #answersPerThreadHour = 720;
  #floorMicrosPerHour = 0;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  async load(): Promise<void> {
    const { rows } = await this.pool.query<PriceRow>({
      ...PRICES_STATEMENT,
      values: [new Date(this.clock.nowMs())],
    });
    const versions = new Map<TaskKind, PriceVersion[]>();
    for (const row of rows) {
      const version = toVersion(row);
      versions.set(version.kind, [...(versions.get(version.kind) ?? []), version]);
      if (row.rate !== null) this.#rates.set(version.kind, row.rate);
      this.#answersPerThreadHour = row.answers_per_thread_hour;
      this.#floorMicrosPerHour = row.floor_per_hour;
    }
    this.#versions = versions;
  }

  of(kind: TaskKind): KindPrice {
    const nowMs = this.clock.nowMs();
    const version = this.#versions.get(kind)?.find(({ effectiveFromMs }) => effectiveFromMs <= nowMs);
    if (!version) throw new Error(`no price is set for ${kind}, number ${TASK_KINDS[kind].number}`);
    const { rateMinMicros, rateMaxMicros, tablePriceMicros } = version;
    const rate = this.#rates.get(kind) ?? tablePriceMicros;
    return { ...version, priceMicros: Math.min(Math.max(rate, rateMinMicros), rateMaxMicros) };
  }

  /** What comes next, the soonest first. */
  comingOf(kind: TaskKind): KindPriceVersion[] {
    const nowMs = this.clock.nowMs();
    return (this.#versions.get(kind) ?? [])
      .filter(({ effectiveFromMs }) => effectiveFromMs > nowMs)
      .map(({ kind: _kind, tablePriceMicros, ...version }) => ({ ...version, priceMicros: tablePriceMicros }))
      .reverse();
  }

  /** How many answers a thread of a package is paid in an hour. */
  get answersPerThreadHour(): number {
    return this.#answersPerThreadHour;
  }

  /** What a worker earns at least in an hour of active time; 0: no floor. */
  get floorMicrosPerHour(): number {
    return this.#floorMicrosPerHour;
  }
}

interface PriceRow {
  kind: number;
  effective_from: Date;
  price: number;
  rate_min: number;
  rate_max: number;
  worker_share: number;
  package_share: number;
  rate: number | null;
  answers_per_thread_hour: number;
  floor_per_hour: number;
}

function toVersion(row: PriceRow): PriceVersion {
  return {
    kind: taskKindOf(row.kind),
    effectiveFromMs: row.effective_from.getTime(),
    tablePriceMicros: row.price,
    rateMinMicros: row.rate_min,
    rateMaxMicros: row.rate_max,
    workerShareBasisPoints: row.worker_share,
    packageShareBasisPoints: row.package_share,
  };
}

/** For each kind the version in force and those that come next, the latest first; the time is $1. */
const PRICES_STATEMENT = {
  name: "prices",
  text: `
select p.kind, p.effective_from, p.price_micros as price, p.rate_min_micros as rate_min, p.rate_max_micros as rate_max,
  p.worker_share_basis_points as worker_share, p.package_share_basis_points as package_share,
  r.rate_micros as rate, s.answers_per_thread_hour,
  s.floor_micros_per_hour as floor_per_hour
from (select distinct kind from kind_price) k
  cross join lateral (
    (select * from kind_price v where v.kind = k.kind and v.effective_from <= $1::timestamptz
     order by v.effective_from desc limit 1)
    union all
    (select * from kind_price v where v.kind = k.kind and v.effective_from > $1::timestamptz
     order by v.effective_from limit ${COMING_MAX})
  ) p
  left join kind_rate r on r.kind = p.kind
  cross join money_setting s
order by p.kind, p.effective_from desc`,
} as const;
