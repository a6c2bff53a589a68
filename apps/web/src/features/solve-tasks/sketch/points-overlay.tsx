import type { MouseEvent, RefObject } from "react";
import { CrosshairMark, PlaceMarker } from "./place-marks";
import { type PictureSides, placeOnPicture } from "./place-on-picture";
import { type SketchDesk, SketchRegion } from "./sketch-region";
import { useCrosshair } from "./use-crosshair";

export interface PlacesOverlayProps {
  desk: SketchDesk;
  focus: RefObject<HTMLElement | null>;
  sides: PictureSides;
}

/** Places on the picture, numbered in the order in which they were clicked. */
export function PointsOverlay({ desk, focus, sides }: PlacesOverlayProps) {
  const crosshair = useCrosshair(sides);
  const points = desk.sketch.shape === "points" ? desk.sketch.points : [];
  const onClick = (event: MouseEvent) => {
    const frame = event.currentTarget.getBoundingClientRect();
    desk.mark({ mark: "place", point: placeOnPicture(event, frame, sides) });
  };
  const onKey = (event: KeyboardEvent) =>
    crosshair.onKey(event, (point) => desk.mark({ mark: "place", point }));
  return (
    <SketchRegion desk={desk} focus={focus} onKey={onKey}>
      {/* biome-ignore lint/a11y: the region around it has the keys that do the same. */}
      <div className="absolute inset-0 cursor-crosshair touch-manipulation" onClick={onClick} />
      {points.map((point, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a marker is its number.
        <PlaceMarker key={place} at={point} sides={sides} number={place + 1} />
      ))}
      {crosshair.at !== null && <CrosshairMark at={crosshair.at} sides={sides} />}
    </SketchRegion>
  );
}
