import { type ReactNode, useId, useState } from "react";
import { Button } from "./button";
import { ChartLines } from "./chart-lines";
import { CHART_SHADES, type ChartSeries } from "./chart-series";
import { ChartStack } from "./chart-stack";
import { ChartTable } from "./chart-table";
import { useUiText } from "./ui-text";

export interface ChartProps {
  title: string;
  /** What a bar or a point stands for, the oldest first. */
  labels: string[];
  /** At most four. */
  series: ChartSeries[];
  shape: "stack" | "lines";
  format: (value: number) => string;
  /** Where the scale ends; the largest value when absent. */
  max?: number;
  /** Names the first column of the table. */
  labelHeader: string;
  /** Stands in place of a chart that has nothing to show. */
  empty: ReactNode;
}

/** One idea in a picture, and the numbers behind it one press away; for assistive technology the picture has words. */
export function Chart({ title, labels, series, shape, format, max, labelHeader, empty }: ChartProps) {
  const text = useUiText();
  const titleId = useId();
  const [asTable, setAsTable] = useState(false);
  const [place, setPlace] = useState<number | null>(null);
  const top = max ?? highest(series, shape);
  const isEmpty = !series.some(({ values }) => values.some((value) => value !== null && value > 0));
  const Shape = shape === "stack" ? ChartStack : ChartLines;
  return (
    <figure
      aria-labelledby={titleId}
      className="flex min-w-0 flex-col gap-3 rounded-10 border border-line bg-surface p-4"
    >
      <div className="flex items-center justify-between gap-3">
        <h3 id={titleId} className="font-semibold">
          {title}
        </h3>
        {!isEmpty && (
          <Button size="small" tone="quiet" onPress={() => setAsTable(!asTable)}>
            {asTable ? text.showChart : text.showTable}
            <span className="sr-only">{`: ${title}`}</span>
          </Button>
        )}
      </div>
      {isEmpty ? (
        <div className="grid h-48 place-items-center text-center text-text-quiet">{empty}</div>
      ) : asTable ? (
        <ChartTable label={title} labelHeader={labelHeader} labels={labels} series={series} format={format} />
      ) : (
        <>
          <Readout labels={labels} series={series} format={format} place={place} />
          {/* The picture is one image to assistive technology; its words are the latest values, its table the rest. */}
          <div role="img" aria-label={summary(labels, series, format)} className="flex flex-col gap-1">
            <span className="text-12 text-text-quiet tabular">{format(top)}</span>
            <Shape series={series} top={top} place={place} onPlace={setPlace} count={labels.length} />
            <div className="flex justify-between gap-2 text-12 text-text-quiet">
              <span>{labels[0]}</span>
              <span>{labels.at(-1)}</span>
            </div>
          </div>
        </>
      )}
    </figure>
  );
}

/** The names of the series with their shades, and the values of the bar under the pointer. */
function Readout({
  labels,
  series,
  format,
  place,
}: Pick<ChartProps, "labels" | "series" | "format"> & { place: number | null }) {
  return (
    <div className="flex min-h-10 flex-wrap content-start items-center gap-x-4 gap-y-1 text-13">
      {series.map(({ name, values }, shade) => {
        const value = place === null ? null : values[place];
        return (
          <span key={name} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2.5 rounded-full ${CHART_SHADES[shade]}`} />
            {name}
            {value !== null && value !== undefined && (
              <span className="font-medium tabular">{format(value)}</span>
            )}
          </span>
        );
      })}
      {place !== null && <span className="text-text-quiet">{labels[place]}</span>}
    </div>
  );
}

function highest(series: readonly ChartSeries[], shape: ChartProps["shape"]): number {
  const columns = series[0]?.values.map((_, place) => series.map(({ values }) => values[place] ?? 0)) ?? [];
  return Math.max(
    0,
    ...columns.map((column) =>
      shape === "stack" ? column.reduce((sum, value) => sum + value, 0) : Math.max(...column),
    ),
  );
}

function summary(
  labels: readonly string[],
  series: readonly ChartSeries[],
  format: ChartProps["format"],
): string {
  const parts = series.map(({ name, values }) => {
    const last = values.findLastIndex((value) => value !== null && value > 0);
    const value = values[last];
    return last < 0 || value === null || value === undefined
      ? name
      : `${name} ${format(value)} (${labels[last]})`;
  });
  return parts.join(", ");
}
