import { CHART_SHADES, CHART_STROKES, type ChartShapeProps } from "./chart-series";

/** Lines over time; a gap where there was nothing to measure, a dot where a value stands alone. */
export function ChartLines({ series, top, count, place, onPlace }: ChartShapeProps) {
  const left = (column: number) => ((column + 0.5) / count) * 100;
  const height = (value: number) => (top === 0 ? 0 : Math.min(1, value / top) * 100);
  return (
    <div className="relative h-36 border-b border-line" onPointerLeave={() => onPlace(null)}>
      <svg
        aria-hidden
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="absolute inset-0 size-full overflow-visible"
      >
        {series.map(({ name, values }, shade) =>
          runsOf(values).map((run) => (
            <polyline
              key={`${name}-${run[0]?.column}`}
              points={run.map(({ column, value }) => `${left(column)},${100 - height(value)}`).join(" ")}
              vectorEffect="non-scaling-stroke"
              className={`fill-none stroke-2 ${CHART_STROKES[shade]} ${shade > 0 ? "[stroke-dasharray:5_3]" : ""}`}
            />
          )),
        )}
      </svg>
      {series.flatMap(({ name, values }, shade) =>
        runsOf(values)
          .filter((run) => run.length === 1 || run.some(({ column }) => column === place))
          .flatMap((run) =>
            run
              .filter(({ column }) => run.length === 1 || column === place)
              .map(({ column, value }) => (
                <span
                  key={`${name}-${column}`}
                  className={`pointer-events-none absolute size-2 -translate-x-1/2 translate-y-1/2 rounded-full ${CHART_SHADES[shade]}`}
                  style={{ left: `${left(column)}%`, bottom: `${height(value)}%` }}
                />
              )),
          ),
      )}
      <div className="absolute inset-0 flex">
        {Array.from({ length: count }, (_, column) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            key={column}
            className="min-w-0 flex-1"
            onPointerEnter={() => onPlace(column)}
          />
        ))}
      </div>
    </div>
  );
}

/** Stretches without a gap. */
function runsOf(values: readonly (number | null)[]): { column: number; value: number }[][] {
  const runs: { column: number; value: number }[][] = [];
  for (const [column, value] of values.entries()) {
    if (value === null) continue;
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.column === column - 1) run.push({ column, value });
    else runs.push([{ column, value }]);
  }
  return runs;
}
