import type { PictureSides } from "./place-on-picture";
import type { Point } from "./sketch";

/** The middle of a pixel as a share of the picture, so that a mark stays in place at any size. */
function placeStyle({ x, y }: Point, { widthPx, heightPx }: PictureSides) {
  return { left: `${((x + 0.5) / widthPx) * 100}%`, top: `${((y + 0.5) / heightPx) * 100}%` };
}

/** A numbered marker on a place. */
export function PlaceMarker({ at, sides, number }: { at: Point; sides: PictureSides; number: number }) {
  return (
    <span
      aria-hidden
      style={placeStyle(at, sides)}
      className="pointer-events-none absolute flex size-5 -translate-1/2 items-center justify-center rounded-full bg-accent font-mono text-12 text-on-accent ring-2 ring-surface"
    >
      {number}
    </span>
  );
}

/** A corner of something that is not finished; the first one of an area is where it closes. */
export function CornerMarker({ at, sides, closes }: { at: Point; sides: PictureSides; closes: boolean }) {
  return (
    <span
      aria-hidden
      style={placeStyle(at, sides)}
      className={`pointer-events-none absolute -translate-1/2 rounded-full ring-2 ring-surface ${closes ? "size-4 border-4 border-accent bg-surface" : "size-2.5 bg-accent"}`}
    />
  );
}

/** Where Space would put a mark. Two colours, so that it shows on any picture. */
export function CrosshairMark({ at, sides }: { at: Point; sides: PictureSides }) {
  return (
    <span aria-hidden style={placeStyle(at, sides)} className="pointer-events-none absolute">
      <span className="absolute h-0.5 w-8 -translate-1/2 bg-accent outline-1 outline-surface" />
      <span className="absolute h-8 w-0.5 -translate-1/2 bg-accent outline-1 outline-surface" />
    </span>
  );
}
