import type { MouseEvent } from "react";
import { Outlines } from "./outlines";
import { CornerMarker, CrosshairMark } from "./place-marks";
import { isNear, placeOnPicture } from "./place-on-picture";
import type { PlacesOverlayProps } from "./points-overlay";
import type { Point } from "./sketch";
import { SketchRegion } from "./sketch-region";
import { useCrosshair } from "./use-crosshair";

/** So near to the first corner a click closes the area, in CSS pixels. */
const CLOSE_REACH_PX = 12;

/** Areas, corner by corner. The first corner, clicked again, closes one. */
export function AreasOverlay({ desk, focus, sides }: PlacesOverlayProps) {
  const crosshair = useCrosshair(sides);
  const { areas, open } = desk.sketch.shape === "areas" ? desk.sketch : { areas: [], open: [] };
  const first = open[0];

  const onClick = (event: MouseEvent) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const point = placeOnPicture(event, frame, sides);
    const closes = first && open.length >= 3 && isNear(point, first, frame, sides, CLOSE_REACH_PX);
    desk.mark(closes ? { mark: "close" } : { mark: "place", point });
  };
  const put = (point: Point) => {
    const closes = first?.x === point.x && first.y === point.y && open.length >= 3;
    desk.mark(closes ? { mark: "close" } : { mark: "place", point });
  };
  const onKey = (event: KeyboardEvent) => {
    if (crosshair.onKey(event, put)) return true;
    if (event.key.toLowerCase() !== "c" && event.code !== "KeyC") return false;
    desk.mark({ mark: "close" });
    return true;
  };

  const leading = open.length > 0 && crosshair.at !== null ? [...open, crosshair.at] : open;
  return (
    <SketchRegion desk={desk} focus={focus} onKey={onKey}>
      {/* biome-ignore lint/a11y: the region around it has the keys that do the same. */}
      <div className="absolute inset-0 cursor-crosshair touch-manipulation" onClick={onClick} />
      <Outlines sides={sides} areas={areas} open={leading} />
      {open.map((corner, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the line.
        <CornerMarker key={place} at={corner} sides={sides} closes={place === 0} />
      ))}
      {crosshair.at !== null && <CrosshairMark at={crosshair.at} sides={sides} />}
    </SketchRegion>
  );
}
