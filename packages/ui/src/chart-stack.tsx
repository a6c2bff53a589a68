import { CHART_SHADES, type ChartShapeProps } from "./chart-series";

/** Bars of parts that add up. */
export function ChartStack({ series, top, count, place, onPlace }: ChartShapeProps) {
  return (
    <div
      className="flex h-36 items-stretch gap-0.5 border-b border-line"
      onPointerLeave={() => onPlace(null)}
    >
      {Array.from({ length: count }, (_, column) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
          key={column}
          className={`flex min-w-0 flex-1 flex-col justify-end gap-px ${place === column ? "bg-hover" : ""}`}
          onPointerEnter={() => onPlace(column)}
        >
          {series
            .map(({ name, values }, shade) => ({ name, shade, value: values[column] ?? 0 }))
            .filter(({ value }) => value > 0)
            .reverse()
            .map(({ name, shade, value }) => (
              <div
                key={name}
                className={`min-h-px ${CHART_SHADES[shade]}`}
                style={{ height: `${(value / top) * 100}%` }}
              />
            ))}
        </div>
      ))}
    </div>
  );
}
