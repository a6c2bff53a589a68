import { useState } from "react";
import { moveByKey, type PictureSides } from "./place-on-picture";
import type { Point } from "./sketch";

export interface Crosshair {
  /** Null until keys are used: a pointer needs none. */
  at: Point | null;
  /** Moves by an arrow key, or hands the place to `put` by Space. False for other keys. */
  onKey(event: KeyboardEvent, put: (at: Point) => void): boolean;
}

/** A place on the picture that the arrow keys move, starting in its middle. */
export function useCrosshair(sides: PictureSides): Crosshair {
  const [at, setAt] = useState<Point | null>(null);
  const from = at ?? { x: Math.floor(sides.widthPx / 2), y: Math.floor(sides.heightPx / 2) };
  return {
    at,
    onKey(event, put) {
      const moved = moveByKey(from, event.key, event.shiftKey, sides);
      if (moved !== null) setAt(moved);
      else if (event.key === " ") {
        setAt(from);
        put(from);
      } else return false;
      return true;
    },
  };
}
