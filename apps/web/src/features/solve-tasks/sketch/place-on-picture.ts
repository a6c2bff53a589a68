import type { Point } from "./sketch";

/** A picture's sides in its own pixels, as it is displayed: turned as its EXIF says. */
export interface PictureSides {
  widthPx: number;
  heightPx: number;
}

/** Where the picture is on the screen, in CSS pixels. */
export interface ScreenFrame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The pixel under a place on the screen; a place beside the picture is drawn to its edge. */
export function placeOnPicture(
  at: { clientX: number; clientY: number },
  frame: ScreenFrame,
  sides: PictureSides,
): Point {
  if (frame.width <= 0 || frame.height <= 0) return { x: 0, y: 0 };
  return clampPlace(
    {
      x: Math.floor(((at.clientX - frame.left) / frame.width) * sides.widthPx),
      y: Math.floor(((at.clientY - frame.top) / frame.height) * sides.heightPx),
    },
    sides,
  );
}

/** The nearest place on the picture. */
export function clampPlace({ x, y }: Point, { widthPx, heightPx }: PictureSides): Point {
  return { x: Math.min(Math.max(x, 0), widthPx - 1), y: Math.min(Math.max(y, 0), heightPx - 1) };
}

/** Whether two places are within reach of one finger or pointer, at this size on the screen. */
export function isNear(
  a: Point,
  b: Point,
  frame: ScreenFrame,
  sides: PictureSides,
  reachPx: number,
): boolean {
  const scale = frame.width / sides.widthPx;
  return Math.hypot(a.x - b.x, a.y - b.y) * scale <= reachPx;
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The crosshair after an arrow key: a fiftieth of the picture, or one pixel with Shift. Null for other keys. */
export function moveByKey(from: Point, key: string, fine: boolean, sides: PictureSides): Point | null {
  const way = ARROWS[key];
  if (way === undefined) return null;
  const stepPx = fine ? 1 : Math.max(1, Math.round(Math.max(sides.widthPx, sides.heightPx) / 50));
  return clampPlace({ x: from.x + way.x * stepPx, y: from.y + way.y * stepPx }, sides);
}
