import type { ChartBar, ChartSpan } from "@sightline/contract/figures";
import type { TaskKind } from "@sightline/contract/task-kinds";
import type { ChartSeries } from "@sightline/ui/chart-series";

type KindFigures = ChartBar["kinds"][number];

/** So many kinds have a shade of their own; the others share one. */
const KINDS_APART = 3;

/** One series for each of the kinds that matter most here, and one for the rest together. */
export function seriesByKind(
  bars: readonly ChartBar[],
  measure: (figures: KindFigures) => number,
  nameOf: (kind: TaskKind | "others") => string,
): ChartSeries[] {
  const totals = new Map<TaskKind, number>();
  for (const { kinds } of bars) {
    for (const figures of kinds) {
      totals.set(figures.kind, (totals.get(figures.kind) ?? 0) + measure(figures));
    }
  }
  const ranked = [...totals].filter(([, total]) => total > 0).sort(([, a], [, b]) => b - a);
  const apart = ranked.slice(0, KINDS_APART).map(([kind]) => kind);
  const sumOf = (bar: ChartBar, isIn: (kind: TaskKind) => boolean) =>
    bar.kinds.filter(({ kind }) => isIn(kind)).reduce((sum, figures) => sum + measure(figures), 0);
  const series = apart.map((kind) => ({
    name: nameOf(kind),
    values: bars.map((bar) => sumOf(bar, (each) => each === kind)),
  }));
  if (ranked.length <= KINDS_APART) return series;
  return [
    ...series,
    {
      name: nameOf("others"),
      values: bars.map((bar) => sumOf(bar, (each) => !apart.includes(each))),
    },
  ];
}

/** The share of solved tasks in each bar, in percent; null where none ended. */
export function solvedShares(bars: readonly ChartBar[]): (number | null)[] {
  return bars.map(({ kinds }) => {
    const answered = kinds.reduce((sum, figures) => sum + figures.answered, 0);
    const all = kinds.reduce((sum, figures) => sum + figures.answered + figures.unsolved, 0);
    return all === 0 ? null : (answered / all) * 100;
  });
}

/** When a bar begins, in the reader's words; days are those of UTC, as the bars are. */
export function barLabel(fromMs: number, span: ChartSpan): string {
  return new Intl.DateTimeFormat(undefined, BAR_FORMATS[span]).format(fromMs);
}

const BAR_FORMATS = {
  day: { weekday: "short", hour: "2-digit", minute: "2-digit" },
  week: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  month: { day: "numeric", month: "short", timeZone: "UTC" },
} as const satisfies Record<ChartSpan, Intl.DateTimeFormatOptions>;
