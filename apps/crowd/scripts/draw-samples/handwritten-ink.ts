import {
  bendField,
  blurField,
  cloudField,
  type Drawing,
  type Field,
  mapField,
  maskOf,
  type Pen,
} from "./field";
import type { Random } from "./random";
import { type Typeface, typeface } from "./typefaces";

export const scene = { width: 900, height: 420 };

export interface Tool {
  colour: string;
  opacity: number;
  /** How uneven it lays its colour: a pencil or chalk catches on the ground, a felt tip covers. */
  grain: number;
  softPx: number;
  boldPx: number;
}

export const ballpoint: Tool = { colour: "#1c2f80", opacity: 0.86, grain: 0.16, softPx: 0.6, boldPx: 1.6 };

export const blackPen: Tool = { colour: "#17171c", opacity: 0.9, grain: 0.1, softPx: 0.6, boldPx: 2 };

export const pencil: Tool = { colour: "#45464a", opacity: 0.78, grain: 0.5, softPx: 0.8, boldPx: 1.8 };

export const feltTip: Tool = { colour: "#15151a", opacity: 0.94, grain: 0.05, softPx: 0.9, boldPx: 5 };

export const redMarker: Tool = { colour: "#a8161e", opacity: 0.85, grain: 0.12, softPx: 0.9, boldPx: 6 };

export const blueMarker: Tool = { colour: "#17459e", opacity: 0.82, grain: 0.16, softPx: 0.9, boldPx: 6 };

export const chalk: Tool = { colour: "#e8e6df", opacity: 0.8, grain: 0.5, softPx: 0.7, boldPx: 4 };

/** Letter by letter, each a little off the line, turned and sized by the hand. */
export function written(text: string, face: Typeface, sizePx: number, tool: Tool, random: Random): Drawing {
  return (pen) => {
    pen.font = typeface(face, sizePx);
    pen.lineWidth = tool.boldPx;
    pen.lineJoin = "round";
    const lean = random.between(-0.03, 0.02);
    pen.translate((scene.width - pen.measureText(text).width) / 2, 250);
    pen.rotate(lean);
    // Joined scripts must keep their joins, so those letters move only with the bend that comes later.
    if (face === "Cedarville Cursive" || face === "Caveat") return stroke(pen, text);
    for (const sign of text) {
      pen.save();
      pen.translate(0, random.normal() * sizePx * 0.018);
      pen.rotate(random.normal() * 0.025);
      const scale = 1 + random.normal() * 0.025;
      pen.scale(scale, scale);
      stroke(pen, sign);
      pen.restore();
      pen.translate(pen.measureText(sign).width + random.normal() * 1.2, 0);
    }
  };
}

function stroke(pen: Pen, text: string): void {
  pen.fillText(text, 0, 0);
  pen.strokeText(text, 0, 0);
}

export function inked(text: string, face: Typeface, sizePx: number, tool: Tool, random: Random): Field {
  const drawn = maskOf(scene, written(text, face, sizePx, tool, random));
  const bent = bendField(
    bendField(drawn, { cellPx: 70, shiftPx: 5 }, random),
    { cellPx: 18, shiftPx: 0.9 },
    random,
  );
  const pressure = cloudField(scene, { across: 60, octaves: 2 }, random);
  const tooth = cloudField(scene, { across: 3, octaves: 2 }, random);
  return blurField(
    mapField(bent, (value, x, y) => {
      const i = y * scene.width + x;
      const cover =
        1 + (pressure.values[i] ?? 0) * 0.12 - Math.max((tooth.values[i] ?? 0) + 0.2, 0) * tool.grain;
      return value * Math.min(Math.max(cover, 0), 1);
    }),
    tool.softPx,
  );
}
