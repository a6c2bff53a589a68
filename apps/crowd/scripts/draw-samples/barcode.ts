import type { Pen } from "./field";
import type { Random } from "./random";

/** Bars that look like a code and say nothing. */
export function drawBarcode(
  pen: Pen,
  box: { x: number; y: number; width: number; height: number },
  random: Random,
): void {
  for (let x = box.x; x < box.x + box.width; ) {
    const bar = random.pick([2, 2, 3, 4, 6]);
    pen.fillRect(x, box.y, bar, box.height);
    x += bar + random.pick([2, 3, 3, 5]);
  }
}
