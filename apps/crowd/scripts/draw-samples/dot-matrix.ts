import { blurField, maskOf } from "./field";
import type { Random } from "./random";
import { layInk } from "./raster";
import { scene } from "./stuck-labels";
import type { Surface } from "./surface";

// A five by seven dot matrix, as date printers on a filling line have it; only the signs that are used.
const dots: Record<string, string> = {
  "0": "01110 10001 10001 10001 10001 10001 01110",
  "2": "01110 10001 00001 00110 01000 10000 11111",
  "3": "11110 00001 00001 01110 00001 00001 11110",
  "4": "00010 00110 01010 10010 11111 00010 00010",
  "6": "00110 01000 10000 11110 10001 10001 01110",
  "7": "11111 00001 00010 00100 01000 01000 01000",
  "8": "01110 10001 10001 01110 10001 10001 01110",
  "9": "01110 10001 10001 01111 00001 00010 01100",
  E: "11111 10000 10000 11110 10000 10000 11111",
  L: "10000 10000 10000 10000 10000 10000 11111",
  P: "11110 10001 10001 11110 10000 10000 10000",
  X: "10001 10001 01010 00100 01010 10001 10001",
  ".": "00000 00000 00000 00000 00000 01100 01100",
};

/** Ink jetted on the run: each dot lands a little beside its place, and the rows lean with the belt. */
export function jetted(rows: readonly string[], ground: Surface, ink: string, random: Random): Surface {
  const pitch = 9;
  const print = maskOf(scene, (pen) => {
    rows.forEach((row, r) => {
      const left = (scene.width - row.length * pitch * 6.2) / 2;
      [...row].forEach((sign, column) => {
        (dots[sign] ?? "").split(" ").forEach((bits, y) => {
          [...bits].forEach((bit, x) => {
            if (bit !== "1") return;
            pen.beginPath();
            const atX = left + column * pitch * 6.2 + x * pitch - y * 1.2 + random.normal() * 0.7;
            pen.arc(
              atX,
              120 + r * 96 + y * pitch * 1.12 + random.normal() * 0.7,
              random.between(3.4, 4.7),
              0,
              7,
            );
            pen.fill();
          });
        });
      });
    });
  });
  layInk(ground.raster, blurField(print, 0.9), ink, 0.88);
  return ground;
}
