import { formatWireUsd } from "@sightline/contract/money";
import type { HourStatistics } from "@sightline/domain/customers/day-statistics";
import type { ServiceLoad } from "@sightline/domain/tasks/service-load";

/** How busy the service is, as both protocols tell it; rates are USD for a thousand tasks. */
export interface WireQueueStatistics {
  idleWorkers: number;
  loadPercent: number;
  kinds: { kind: string; queued: number; ratePerThousand: string; meanSeconds: number | null }[];
}

export function describeQueue({ idleWorkers, loadPercent, kinds }: ServiceLoad): WireQueueStatistics {
  return {
    idleWorkers,
    loadPercent,
    kinds: kinds.map(({ kind, queued, rateMicros, meanSeconds }) => ({
      kind,
      queued,
      ratePerThousand: formatWireUsd(rateMicros * 1_000),
      meanSeconds,
    })),
  };
}

/** What an account had answered on one day, by the hour (UTC), and together. */
export interface WireSpending {
  date: string;
  answered: number;
  spent: string;
  hours: { hour: number; answered: number; spent: string }[];
}

export function describeSpending(date: string, hours: readonly HourStatistics[]): WireSpending {
  const sum = (of: (hour: HourStatistics) => number) => hours.reduce((total, hour) => total + of(hour), 0);
  return {
    date,
    answered: sum(({ answered }) => answered),
    spent: formatWireUsd(sum(({ chargedMicros }) => chargedMicros)),
    hours: hours.map(({ hour, answered, chargedMicros }) => ({
      hour,
      answered,
      spent: formatWireUsd(chargedMicros),
    })),
  };
}

/** The day that is meant: today, UTC, when none is given; null for what is no day. */
export function readDay(date: string | undefined, nowMs: number): { date: string; startMs: number } | null {
  const day = date ?? new Date(nowMs).toISOString().slice(0, 10);
  const startMs = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(startMs) ? null : { date: day, startMs };
}
