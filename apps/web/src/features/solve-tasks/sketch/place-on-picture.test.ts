import fc from "fast-check";
import { expect, it } from "vitest";
import { isNear, moveByKey, placeOnPicture } from "./place-on-picture";

const sides = { widthPx: 400, heightPx: 200 };
const frame = { left: 10, top: 20, width: 800, height: 400 };

it("a place on the screen is the pixel of the original under it", () => {
  expect(placeOnPicture({ clientX: 10, clientY: 20 }, frame, sides)).toEqual({ x: 0, y: 0 });
  expect(placeOnPicture({ clientX: 410, clientY: 221.9 }, frame, sides)).toEqual({ x: 200, y: 100 });
});

it("no place lies outside the picture, wherever the pointer is", () => {
  const size = fc.integer({ min: 1, max: 1_000 });
  const at = fc.double({ min: -5_000, max: 5_000, noNaN: true });
  fc.assert(
    fc.property(size, size, size, size, at, at, (widthPx, heightPx, width, height, clientX, clientY) => {
      const place = placeOnPicture(
        { clientX, clientY },
        { left: 0, top: 0, width, height },
        { widthPx, heightPx },
      );
      expect(place.x).toBeGreaterThanOrEqual(0);
      expect(place.y).toBeGreaterThanOrEqual(0);
      expect(place.x).toBeLessThan(widthPx);
      expect(place.y).toBeLessThan(heightPx);
    }),
  );
});

it("nearness is measured on the screen, not in the picture", () => {
  const [a, b] = [
    { x: 0, y: 0 },
    { x: 5, y: 0 },
  ];
  expect(isNear(a, b, frame, sides, 12)).toBe(true);
  expect(isNear(a, b, { ...frame, width: 1_600 }, sides, 12)).toBe(false);
});

it("an arrow key moves by a fiftieth, with Shift by a pixel, and stays on the picture", () => {
  const middle = { x: 200, y: 100 };
  expect(moveByKey(middle, "ArrowRight", false, sides)).toEqual({ x: 208, y: 100 });
  expect(moveByKey(middle, "ArrowUp", true, sides)).toEqual({ x: 200, y: 99 });
  expect(moveByKey({ x: 399, y: 0 }, "ArrowRight", false, sides)).toEqual({ x: 399, y: 0 });
  expect(moveByKey(middle, "a", false, sides)).toBeNull();
});
