import type { Pen } from "./field";

const pointStep = 0.4;
// Which of the segments a..g (top, right top, right bottom, bottom, left bottom, left top, middle) each sign lights.
const lit: Record<string, string> = {
  "0": "abcdef",
  "1": "bc",
  "2": "abged",
  "3": "abgcd",
  "4": "fgbc",
  "5": "afgcd",
  "6": "afgedc",
  "7": "abc",
  "8": "abcdefg",
  "9": "abcdfg",
  "-": "g",
};

export interface SegmentStyle {
  /** Of one digit; the step to the next is 1.28 widths. */
  widthPx: number;
  heightPx: number;
  thickPx: number;
}

/**
 * Draws a display's lit segments with its left top at the pen's origin; a point takes a sliver of its own.
 * `ghost` draws all the segments of every place instead: what an LCD shows faintly where nothing is lit.
 */
export function drawSegments(pen: Pen, text: string, style: SegmentStyle, ghost = false): void {
  pen.save();
  // The display's usual slant.
  pen.transform(1, 0, -0.08, 1, style.heightPx * 0.08, 0);
  for (const sign of text) {
    if (sign === ".") {
      drawPoint(pen, style);
      pen.translate(pointStep * style.widthPx, 0);
    } else {
      drawDigit(pen, ghost ? "abcdefg" : (lit[sign] ?? ""), style);
      pen.translate(style.widthPx * 1.28, 0);
    }
  }
  pen.restore();
}

export function segmentsWidth(text: string, style: SegmentStyle): number {
  const points = text.split(".").length - 1;
  const places = (text.length - points) * 1.28 + points * pointStep - 0.28;
  return places * style.widthPx + style.heightPx * 0.08;
}

function drawPoint(pen: Pen, style: SegmentStyle): void {
  pen.fillRect(
    style.widthPx * 0.06 - style.thickPx / 2,
    style.heightPx - style.thickPx,
    style.thickPx,
    style.thickPx,
  );
}

function drawDigit(pen: Pen, segments: string, { widthPx, heightPx, thickPx }: SegmentStyle): void {
  const half = thickPx / 2;
  const middle = heightPx / 2;
  const across = (y: number) => bar(pen, half, y, widthPx - half, y, thickPx);
  const upright = (x: number, from: number, to: number) => bar(pen, x, from, x, to, thickPx);
  if (segments.includes("a")) across(half);
  if (segments.includes("g")) across(middle);
  if (segments.includes("d")) across(heightPx - half);
  if (segments.includes("f")) upright(half, half, middle);
  if (segments.includes("b")) upright(widthPx - half, half, middle);
  if (segments.includes("e")) upright(half, middle, heightPx - half);
  if (segments.includes("c")) upright(widthPx - half, middle, heightPx - half);
}

/** A bar with pointed ends, a hair short of its neighbours. */
function bar(pen: Pen, fromX: number, fromY: number, toX: number, toY: number, thickPx: number): void {
  const length = Math.hypot(toX - fromX, toY - fromY) - thickPx * 0.14;
  const half = thickPx / 2;
  pen.save();
  pen.translate(fromX, fromY);
  pen.rotate(Math.atan2(toY - fromY, toX - fromX));
  pen.translate(thickPx * 0.07, 0);
  pen.beginPath();
  pen.moveTo(0, 0);
  pen.lineTo(half, -half);
  pen.lineTo(length - half, -half);
  pen.lineTo(length, 0);
  pen.lineTo(length - half, half);
  pen.lineTo(half, half);
  pen.fill();
  pen.restore();
}
