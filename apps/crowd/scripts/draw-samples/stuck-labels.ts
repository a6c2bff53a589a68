import { drawBarcode } from "./barcode";
import { bendField, blurField, cloudField, type Drawing, mapField, maskOf, wearField } from "./field";
import type { Random } from "./random";
import { layInk } from "./raster";
import { castShadow, polish, raise, roughen, type Surface } from "./surface";
import { typeface } from "./typefaces";

export const scene = { width: 820, height: 400 };

export const box = (x: number, y: number, width: number, height: number, radius: number): Drawing => {
  return (pen) => {
    pen.beginPath();
    pen.roundRect(x, y, width, height, radius);
    pen.fill();
  };
};

/** A parcel's or a device's thermal label: bars, small print and the number asked for. */
export function thermalLabel(caption: string, text: string, ground: Surface, random: Random): Surface {
  const sheet = maskOf(scene, box(110, 50, 600, 300, 10));
  castShadow(ground, sheet, { distancePx: 3, softPx: 3, strength: 0.5 });
  polish(ground, sheet);
  layInk(ground.raster, sheet, "#e9e8e4");
  const print = maskOf(scene, (pen) => {
    pen.font = typeface("Overpass", 24);
    pen.fillText("HALDEN LOGISTICS", 140, 96);
    pen.fillText("2.4 kg", 600, 96);
    drawBarcode(pen, { x: 140, y: 116, width: 540, height: 92 }, random);
    pen.font = typeface("Share Tech Mono", 30);
    pen.fillText(caption, 140, 254);
    pen.font = typeface("Share Tech Mono", 58);
    pen.fillText(text, 140, 318);
  });
  const heads = cloudField(scene, { across: 4000, down: 4, octaves: 1 }, random);
  const worn = wearField(
    bendField(print, { cellPx: 140, shiftPx: 1.5 }, random),
    { cellPx: 50, amount: -0.3, soft: 0.7 },
    random,
  );
  layInk(
    ground.raster,
    mapField(
      worn,
      (ink, x, y) => ink * (1 - Math.max((heads.values[y * scene.width + x] ?? 0) - 0.8, 0) * 0.5),
    ),
    "#232329",
    0.9,
  );
  raise(ground, sheet, 2, 1.5);
  roughen(
    ground,
    mapField(
      cloudField(scene, { across: 200, octaves: 2 }, random),
      (cloud, x, y) => cloud * (sheet.values[y * scene.width + x] ?? 0),
    ),
    3,
  );
  return ground;
}

/** Plastic tape whose signs turn white where the press stretched it. */
export function embossedTape(text: string, tape: string, ground: Surface, random: Random): Surface {
  const step = 62;
  const width = text.length * step + 90;
  const left = (scene.width - width) / 2;
  const strip = maskOf(scene, box(left, 140, width, 116, 4));
  castShadow(ground, strip, { distancePx: 5, softPx: 4, strength: 0.6 });
  polish(ground, strip);
  layInk(ground.raster, strip, tape);
  raise(ground, strip, 3, 1.6);
  const signs = maskOf(scene, (pen) => {
    pen.font = typeface("Overpass", 76);
    pen.textAlign = "center";
    [...text].forEach((sign, i) => {
      pen.fillText(sign, left + 45 + step * (i + 0.5) + random.normal() * 1.4, 226 + random.normal() * 1.6);
    });
  });
  raise(ground, signs, 5, 3);
  layInk(
    ground.raster,
    blurField(wearField(signs, { cellPx: 9, amount: 0.05, soft: 0.8 }, random), 1.6),
    "#eceae4",
    0.9,
  );
  return ground;
}
