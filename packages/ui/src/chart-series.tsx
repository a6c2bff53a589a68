/** Shades in the order of series; what they stand for is said beside them. */
export const CHART_SHADES = ["bg-chart-1", "bg-chart-2", "bg-chart-3", "bg-chart-4"] as const;
export const CHART_STROKES = [
  "stroke-chart-1",
  "stroke-chart-2",
  "stroke-chart-3",
  "stroke-chart-4",
] as const;

export interface ChartSeries {
  name: string;
  /** One for each label; null where there is nothing to measure. */
  values: (number | null)[];
}

/** What draws the values of a chart. */
export interface ChartShapeProps {
  series: ChartSeries[];
  /** The value at the top of the scale. */
  top: number;
  count: number;
  /** The bar under the pointer. */
  place: number | null;
  onPlace: (place: number | null) => void;
}
