import { blurField, cloudField, type Drawing, type Field, mapField, maskOf, wearField } from "./field";
import type { Random } from "./random";
import { layDrawing, layInk, shade } from "./raster";
import { castShadow, polish, raise, roughen, type Surface } from "./surface";
import { type Typeface, typeface } from "./typefaces";

export const scene = { width: 800, height: 600 };

const centre = { x: 400, y: 300 };

/** The figures about the scene's middle. */
function numeral(text: string, face: Typeface, sizePx: number, spacingPx = 4): Drawing {
  return (pen) => {
    pen.font = typeface(face, sizePx);
    pen.textAlign = "center";
    pen.textBaseline = "alphabetic";
    pen.letterSpacing = `${spacingPx}px`;
    const box = pen.measureText(text);
    const middle = (box.actualBoundingBoxAscent - box.actualBoundingBoxDescent) / 2;
    pen.fillText(text, centre.x + spacingPx / 2, centre.y + middle);
  };
}

function slab(width: number, height: number, radius: number): Drawing {
  return (pen) => {
    pen.beginPath();
    pen.roundRect(centre.x - width / 2, centre.y - height / 2, width, height, radius);
    pen.fill();
  };
}

function without(mask: Field, hole: Field): Field {
  return mapField(mask, (value, x, y) => value * (1 - (hole.values[y * mask.width + x] ?? 0)));
}

export interface Enamel {
  wall: (random: Random) => Surface;
  ground: string;
  ink: string;
  face: Typeface;
  width: number;
}

/** A domed enamel plate with chipped, rusting corners. */
export function enamel(text: string, style: Enamel, random: Random): Surface {
  const wall = style.wall(random);
  const plate = maskOf(scene, slab(style.width, 236, 14));
  castShadow(wall, plate, { distancePx: 12, softPx: 8, strength: 0.65 });
  layInk(wall.raster, plate, style.ground);
  polish(wall, plate);
  raise(wall, plate, 7, 3);
  raise(wall, plate, 16, 34);
  layInk(
    wall.raster,
    without(maskOf(scene, slab(style.width - 22, 214, 10)), maskOf(scene, slab(style.width - 32, 204, 8))),
    style.ink,
  );
  const paint = maskOf(scene, numeral(text, style.face, 190));
  layInk(wall.raster, paint, style.ink);
  raise(wall, paint, 0.8, 1.5);
  chip(wall, plate, style.width, random);
  const screws = maskOf(scene, (pen) => {
    for (const x of [centre.x - style.width / 2 + 24, centre.x + style.width / 2 - 24]) {
      pen.beginPath();
      pen.arc(x, centre.y, 8, 0, 7);
      pen.fill();
    }
  });
  raise(wall, screws, 4, 2);
  layInk(wall.raster, screws, "#80786c", 0.9);
  return wall;
}

// Enamel breaks at the rim and at the screws; the numeral itself stays whole, so that it is certain.
function chip(wall: Surface, plate: Field, width: number, random: Random): void {
  const clouds = cloudField(scene, { across: 34, octaves: 4 }, random);
  const chips = mapField(plate, (value, x, y) => {
    const toRim = Math.min(width / 2 - Math.abs(x - centre.x), 118 - Math.abs(y - centre.y));
    const near = Math.min(Math.max(1 - toRim / 26, 0), 1);
    return value * ((clouds.values[y * scene.width + x] ?? 0) + near * 1.6 > 1.9 && near > 0 ? 1 : 0);
  });
  layInk(wall.raster, blurField(chips, 5), "#7a3d1a", 0.35);
  layInk(wall.raster, blurField(chips, 0.8), "#3c1f12", 0.9);
  raise(wall, chips, -1.6, 0.8);
}

/** Painted straight on the wall through a stencil, and worn since. */
export function painted(text: string, wall: Surface, ink: string, face: Typeface, random: Random): Surface {
  const paint = wearField(
    maskOf(scene, numeral(text, face, 250, 14)),
    { cellPx: 18, amount: 0.04, soft: 0.5 },
    random,
  );
  layInk(wall.raster, blurField(paint, 0.9), ink, 0.9);
  return wall;
}

/** Cast figures standing off the wall. */
export function cast(
  text: string,
  wall: Surface,
  look: { metal: string; face: Typeface; offPx: number },
  random: Random,
): Surface {
  const figures = maskOf(scene, numeral(text, look.face, 250, 22));
  castShadow(wall, figures, { distancePx: look.offPx, softPx: look.offPx / 2.2, strength: 0.72 });
  layInk(wall.raster, figures, look.metal);
  polish(wall, figures);
  raise(wall, figures, 9, 2.6);
  const sheen = cloudField(scene, { across: 150, down: 60, octaves: 3 }, random);
  shade(
    wall.raster,
    mapField(figures, (value, x, y) => value * (sheen.values[y * scene.width + x] ?? 0)),
    0.3,
  );
  return wall;
}

/** One glazed tile per sign, in a wooden or mortar bed. */
export function tiles(text: string, wall: Surface, random: Random): Surface {
  const step = 168;
  const left = centre.x - (text.length * step) / 2;
  const glaze = maskOf(scene, (pen) => {
    for (let tile = 0; tile < text.length; tile++) {
      pen.beginPath();
      pen.roundRect(left + tile * step + 4, centre.y - 105, step - 8, 210, 6);
      pen.fill();
    }
  });
  castShadow(wall, glaze, { distancePx: 6, softPx: 4, strength: 0.6 });
  polish(wall, glaze);
  layDrawing(wall.raster, (pen) => {
    [...text].forEach((sign, tile) => {
      const x = left + tile * step + step / 2;
      pen.fillStyle = "#eee9da";
      pen.fillRect(x - step / 2 + 4, centre.y - 105, step - 8, 210);
      pen.strokeStyle = "#2a4f94";
      pen.lineWidth = 5;
      pen.strokeRect(x - step / 2 + 16, centre.y - 93, step - 32, 186);
      pen.fillStyle = "#24478a";
      for (const [cornerX, cornerY] of [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ] as const) {
        pen.beginPath();
        pen.arc(x + cornerX * (step / 2 - 30), centre.y + cornerY * 78, 9, 0, 7);
        pen.fill();
      }
      pen.font = typeface("Playfair Display", 150);
      pen.textAlign = "center";
      const box = pen.measureText(sign);
      pen.fillText(sign, x, centre.y + (box.actualBoundingBoxAscent - box.actualBoundingBoxDescent) / 2);
    });
  });
  raise(wall, glaze, 6, 3);
  roughen(
    wall,
    mapField(
      cloudField(scene, { across: 60, octaves: 2 }, random),
      (cloud, x, y) => cloud * (glaze.values[y * scene.width + x] ?? 0),
    ),
    1.4,
  );
  return wall;
}

/** Cut into a slate, the cut filled with white. */
export function carved(text: string, wall: Surface, random: Random): Surface {
  const slate = maskOf(scene, slab(470, 250, 8));
  castShadow(wall, slate, { distancePx: 14, softPx: 8, strength: 0.65 });
  layInk(wall.raster, slate, "#4a4f55");
  polish(wall, slate);
  const split = cloudField(scene, { across: 130, down: 34, octaves: 6 }, random);
  roughen(
    wall,
    mapField(slate, (value, x, y) => value * (split.values[y * scene.width + x] ?? 0)),
    2.4,
  );
  raise(wall, slate, 12, 3);
  const cut = maskOf(scene, numeral(text, "Playfair Display", 200, 8));
  raise(wall, cut, -7, 2.4);
  layInk(wall.raster, cut, "#d9dad6", 0.8);
  return wall;
}
