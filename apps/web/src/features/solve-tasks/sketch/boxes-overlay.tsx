import { type PointerEvent, useState } from "react";
import { boxOfCorners } from "./apply-mark";
import { Outlines } from "./outlines";
import { CornerMarker, CrosshairMark } from "./place-marks";
import { isNear, placeOnPicture } from "./place-on-picture";
import type { PlacesOverlayProps } from "./points-overlay";
import type { Point } from "./sketch";
import { SketchRegion } from "./sketch-region";
import { useCrosshair } from "./use-crosshair";

/** A pointer that moved less than this has clicked, not dragged. In CSS pixels. */
const CLICK_REACH_PX = 4;

/** Boxes, each dragged from corner to corner, or by a click on either corner. */
export function BoxesOverlay({ desk, focus, sides }: PlacesOverlayProps) {
  const crosshair = useCrosshair(sides);
  const [drag, setDrag] = useState<{ from: Point; to: Point } | null>(null);
  const { boxes, corner } = desk.sketch.shape === "boxes" ? desk.sketch : { boxes: [], corner: null };

  const placeOf = (event: PointerEvent) =>
    placeOnPicture(event, event.currentTarget.getBoundingClientRect(), sides);
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = placeOf(event);
    setDrag({ from, to: from });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag !== null) setDrag({ ...drag, to: placeOf(event) });
  };
  const onPointerUp = (event: PointerEvent) => {
    if (drag === null) return;
    setDrag(null);
    const to = placeOf(event);
    const frame = event.currentTarget.getBoundingClientRect();
    const box = isNear(drag.from, to, frame, sides, CLICK_REACH_PX) ? null : boxOfCorners(drag.from, to);
    desk.mark(box === null ? { mark: "place", point: drag.from } : { mark: "box", box });
  };
  const onKey = (event: KeyboardEvent) =>
    crosshair.onKey(event, (point) => desk.mark({ mark: "place", point }));

  const growing = drag !== null ? drag : corner && crosshair.at && { from: corner, to: crosshair.at };
  return (
    <SketchRegion desk={desk} focus={focus} onKey={onKey}>
      <div
        className="absolute inset-0 cursor-crosshair touch-none"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDrag(null)}
      />
      <Outlines sides={sides} boxes={boxes} draft={growing ? boxOfCorners(growing.from, growing.to) : null} />
      {corner !== null && <CornerMarker at={corner} sides={sides} closes={false} />}
      {crosshair.at !== null && <CrosshairMark at={crosshair.at} sides={sides} />}
    </SketchRegion>
  );
}
