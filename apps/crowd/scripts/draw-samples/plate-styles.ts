import type { Drawing, Pen } from "./field";
import { type Typeface, typeface } from "./typefaces";

export interface PlateStyle {
  width: number;
  height: number;
  ground: Drawing;
  ink: string;
  face: Typeface;
  sizePx: number;
  spacingPx: number;
  /** How far the left screw moves in, to clear a nation's band. */
  screwShiftPx: number;
  /** Where the text's middle is, from the plate's own left top; one pair per line. */
  lines: readonly (readonly [number, number])[];
}

/** Painted flat colour with a rim; what each country adds comes after it. */
function plain(
  style: { width: number; height: number; colour: string; rim: string },
  more?: Drawing,
): Drawing {
  return (pen) => {
    pen.fillStyle = style.colour;
    pen.fillRect(0, 0, style.width, style.height);
    more?.(pen);
    pen.strokeStyle = style.rim;
    pen.lineWidth = 5;
    pen.beginPath();
    pen.roundRect(5, 5, style.width - 10, style.height - 10, 9);
    pen.stroke();
  };
}

function nationBand(pen: Pen, height: number, colour: string, letters: string): void {
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 52, height);
  pen.fillStyle = "#f2d34a";
  for (let dot = 0; dot < 8; dot++) {
    pen.beginPath();
    pen.arc(26 + 13 * Math.cos((dot * Math.PI) / 4), 36 + 13 * Math.sin((dot * Math.PI) / 4), 2.6, 0, 7);
    pen.fill();
  }
  pen.fillStyle = "#ffffff";
  pen.font = typeface("Barlow Condensed", 32);
  pen.textAlign = "center";
  pen.fillText(letters, 26, height - 20);
}

export const long = { width: 540, height: 118 };

export const banded: PlateStyle = {
  ...long,
  ground: plain({ ...long, colour: "#eeeeea", rim: "#16181a" }, (pen) =>
    nationBand(pen, 118, "#1d48a8", "NV"),
  ),
  ink: "#121316",
  face: "Barlow Condensed",
  sizePx: 106,
  spacingPx: 7,
  screwShiftPx: 44,
  lines: [[304, 62]],
};

export const yellow: PlateStyle = {
  ...long,
  ground: plain({ ...long, colour: "#f0c02c", rim: "#e4b624" }, (pen) =>
    nationBand(pen, 118, "#24553a", "OST"),
  ),
  ink: "#15130f",
  face: "Overpass",
  sizePx: 86,
  spacingPx: 3,
  screwShiftPx: 44,
  lines: [[304, 64]],
};

export const state: PlateStyle = {
  width: 400,
  height: 204,
  ground: plain({ width: 400, height: 204, colour: "#e9eef2", rim: "#2c4a6e" }, drawLake),
  ink: "#1b2c5c",
  face: "Saira Extra Condensed",
  sizePx: 118,
  spacingPx: 9,
  screwShiftPx: 0,
  lines: [[200, 112]],
};

export const vintage: PlateStyle = {
  width: 460,
  height: 122,
  ground: plain({ width: 460, height: 122, colour: "#17181a", rim: "#9c9d9b" }),
  ink: "#d2d3d0",
  face: "Overpass",
  sizePx: 92,
  spacingPx: 8,
  screwShiftPx: 0,
  lines: [[230, 66]],
};

export const lorry: PlateStyle = {
  ...long,
  ground: plain({ ...long, colour: "#0f6444", rim: "#e8ece8" }),
  ink: "#eef2ee",
  face: "Barlow Condensed",
  sizePx: 104,
  spacingPx: 8,
  screwShiftPx: 0,
  lines: [[270, 62]],
};

export const cycle: PlateStyle = {
  width: 300,
  height: 226,
  ground: plain({ width: 300, height: 226, colour: "#f0efe8", rim: "#a8232b" }),
  ink: "#8e1a22",
  face: "Barlow Condensed",
  sizePx: 106,
  spacingPx: 8,
  screwShiftPx: 0,
  lines: [
    [150, 66],
    [150, 162],
  ],
};

export const blue: PlateStyle = {
  ...long,
  ground: plain({ ...long, colour: "#1f4fa3", rim: "#dfe6ee" }),
  ink: "#eef2f6",
  face: "Saira Extra Condensed",
  sizePx: 108,
  spacingPx: 10,
  screwShiftPx: 0,
  lines: [[270, 64]],
};

function drawLake(pen: Pen): void {
  const dusk = pen.createLinearGradient(0, 0, 0, 204);
  dusk.addColorStop(0, "#f3b67a");
  dusk.addColorStop(0.35, "#f6e3cf");
  dusk.addColorStop(1, "#bcd6ea");
  pen.fillStyle = dusk;
  pen.fillRect(0, 0, 400, 204);
  pen.fillStyle = "rgba(70,110,150,.35)";
  pen.beginPath();
  pen.moveTo(0, 150);
  for (const [x, y] of [
    [60, 104],
    [104, 132],
    [170, 84],
    [240, 130],
    [300, 98],
    [400, 140],
  ] as const)
    pen.lineTo(x, y);
  pen.lineTo(400, 204);
  pen.lineTo(0, 204);
  pen.fill();
  pen.fillStyle = "#8c2f2a";
  pen.font = typeface("Lobster", 34);
  pen.textAlign = "center";
  pen.fillText("Vermeer Lakes", 200, 42);
  pen.fillStyle = "#2c4a6e";
  pen.font = typeface("Overpass", 15);
  pen.letterSpacing = "3px";
  pen.fillText("THE QUIET SHORE", 200, 190);
}
