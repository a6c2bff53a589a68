import type { PictureSides } from "./place-on-picture";
import type { Box, Point } from "./sketch";

export interface OutlinesProps {
  sides: PictureSides;
  areas?: readonly (readonly Point[])[];
  /** A line that is not closed yet. */
  open?: readonly Point[];
  boxes?: readonly Box[];
  /** A box that is being drawn. */
  draft?: Box | null;
}

/** Shapes over the picture in its own pixels. Every line is drawn twice, so that it shows on any ground. */
export function Outlines({ sides, areas = [], open = [], boxes = [], draft = null }: OutlinesProps) {
  const shapes = [...areas, ...[...boxes, ...(draft ? [draft] : [])].map(cornersOf)].map(pointsText);
  const line = pointsText(open);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${sides.widthPx} ${sides.heightPx}`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full overflow-visible"
    >
      {shapes.map((points, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name but their place.
        <g key={place} vectorEffect="non-scaling-stroke">
          <polygon points={points} className="fill-accent/25 stroke-surface stroke-4" {...SHARP} />
          <polygon points={points} className="fill-none stroke-accent stroke-2" {...SHARP} />
        </g>
      ))}
      <polyline points={line} className="fill-none stroke-surface stroke-4" {...SHARP} />
      <polyline points={line} className="fill-none stroke-accent stroke-2" {...SHARP} />
    </svg>
  );
}

/** Lines keep their width however large the picture is shown. */
const SHARP = { vectorEffect: "non-scaling-stroke", strokeLinejoin: "round" } as const;

function cornersOf({ xMin, xMax, yMin, yMax }: Box): Point[] {
  return [
    { x: xMin, y: yMin },
    { x: xMax, y: yMin },
    { x: xMax, y: yMax },
    { x: xMin, y: yMax },
  ];
}

function pointsText(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(" ");
}
