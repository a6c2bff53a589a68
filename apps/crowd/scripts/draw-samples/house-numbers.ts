import { blurField, cloudField, type Drawing, type Field, mapField, maskOf, wearField } from "./field";
import { boards, bricks, plaster, plastic } from "./materials";
import { photograph, type Shot } from "./photograph";
import type { Random } from "./random";
import { layDrawing, layInk, shade } from "./raster";
import type { Hints, Recipe } from "./recipe";
import { castShadow, level, lightSurface, raise, roughen, type Surface } from "./surface";
import { type Typeface, typeface } from "./typefaces";

const scene = { width: 800, height: 600 };
const centre = { x: 400, y: 300 };

/** Text about the scene's middle; `clip` limits it to nothing else. */
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

interface Enamel {
  wall: (random: Random) => Surface;
  ground: string;
  ink: string;
  face: Typeface;
  width: number;
}

const redBrick = { width: 190, height: 62, colour: "#8e4632", mortar: "#a79c8b" };
const yellowBrick = { width: 180, height: 58, colour: "#b59a6a", mortar: "#8d867a" };

/** A domed enamel plate with chipped, rusting corners. */
function enamel(text: string, style: Enamel, random: Random): Surface {
  const wall = style.wall(random);
  const plate = maskOf(scene, slab(style.width, 236, 14));
  castShadow(wall, plate, { distancePx: 12, softPx: 8, strength: 0.65 });
  layInk(wall.raster, plate, style.ground);
  level(wall, plate);
  raise(wall, plate, 7, 3);
  raise(wall, plate, 16, 34);
  layInk(wall.raster, without(maskOf(scene, slab(style.width - 22, 214, 10)), maskOf(scene, slab(style.width - 32, 204, 8))), style.ink);
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
    return value * ((clouds.values[y * scene.width + x] ?? 0) + near * 1.5 > 1.75 ? 1 : 0);
  });
  layInk(wall.raster, blurField(chips, 5), "#7a3d1a", 0.35);
  layInk(wall.raster, blurField(chips, 0.8), "#3c1f12", 0.9);
  raise(wall, chips, -1.6, 0.8);
}

/** Painted straight on the wall through a stencil, and worn since. */
function painted(text: string, wall: Surface, ink: string, face: Typeface, random: Random): Surface {
  const paint = wearField(maskOf(scene, numeral(text, face, 250, 14)), { cellPx: 18, amount: 0.28, soft: 0.5 }, random);
  layInk(wall.raster, blurField(paint, 0.9), ink, 0.9);
  return wall;
}

/** Cast figures standing off the wall. */
function cast(text: string, wall: Surface, look: { metal: string; face: Typeface; offPx: number }, random: Random): Surface {
  const figures = maskOf(scene, numeral(text, look.face, 250, 22));
  castShadow(wall, figures, { distancePx: look.offPx, softPx: look.offPx / 2.2, strength: 0.72 });
  layInk(wall.raster, figures, look.metal);
  level(wall, figures);
  raise(wall, figures, 9, 2.6);
  const polish = cloudField(scene, { across: 150, down: 60, octaves: 3 }, random);
  shade(wall.raster, mapField(figures, (value, x, y) => value * (polish.values[y * scene.width + x] ?? 0)), 0.3);
  return wall;
}

/** One glazed tile per sign, in a wooden or mortar bed. */
function tiles(text: string, wall: Surface, random: Random): Surface {
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
  level(wall, glaze);
  layDrawing(wall.raster, (pen) => {
    [...text].forEach((sign, tile) => {
      const x = left + tile * step + step / 2;
      pen.fillStyle = "#eee9da";
      pen.fillRect(x - step / 2 + 4, centre.y - 105, step - 8, 210);
      pen.strokeStyle = "#2a4f94";
      pen.lineWidth = 5;
      pen.strokeRect(x - step / 2 + 16, centre.y - 93, step - 32, 186);
      pen.fillStyle = "#24478a";
      for (const [cornerX, cornerY] of [[-1, -1], [1, -1], [-1, 1], [1, 1]] as const) {
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
  roughen(wall, mapField(cloudField(scene, { across: 60, octaves: 2 }, random), (cloud, x, y) => cloud * (glaze.values[y * scene.width + x] ?? 0)), 1.4);
  return wall;
}

/** Cut into a slate, the cut filled with white. */
function carved(text: string, wall: Surface, random: Random): Surface {
  const slate = maskOf(scene, slab(470, 250, 8));
  castShadow(wall, slate, { distancePx: 14, softPx: 8, strength: 0.65 });
  layInk(wall.raster, slate, "#4a4f55");
  level(wall, slate);
  const split = cloudField(scene, { across: 130, down: 34, octaves: 6 }, random);
  roughen(wall, mapField(slate, (value, x, y) => value * (split.values[y * scene.width + x] ?? 0)), 2.4);
  raise(wall, slate, 12, 3);
  const cut = maskOf(scene, numeral(text, "Playfair Display", 200, 8));
  raise(wall, cut, -7, 2.4);
  layInk(wall.raster, cut, "#d9dad6", 0.8);
  return wall;
}

const digitsOnly: Hints = { numeric: 1 };

function house(truth: string, surface: (random: Random) => Surface, more: { hints?: Hints; shine?: number; wish?: Partial<Shot> } = {}): Recipe {
  return {
    truth,
    ...(more.hints && { hints: more.hints }),
    encoding: { as: "jpg", quality: 58 },
    draw(random) {
      const frame = { x: 110, y: 100, width: 580, height: 400 };
      return photograph(lightSurface(surface(random), more.shine ?? 0.25), frame, random.whole(300, 380), random, {
        yaw: random.between(-0.1, 0.1),
        pitch: random.between(-0.1, 0.04),
        ...more.wish,
      });
    },
  };
}

const blueOnBrick: Enamel = { wall: (r) => bricks(scene, redBrick, r), ground: "#1d3f8f", ink: "#f1f1ea", face: "Overpass", width: 400 };
const whiteOnPlaster: Enamel = { wall: (r) => plaster(scene, "#c9b99a", r), ground: "#ecebe2", ink: "#1a1c20", face: "Playfair Display", width: 420 };
const greenOnBrick: Enamel = { wall: (r) => bricks(scene, yellowBrick, r), ground: "#1e5a3e", ink: "#f0e9d2", face: "Alfa Slab One", width: 450 };
const blueOnPlaster: Enamel = { ...blueOnBrick, wall: (r) => plaster(scene, "#b7b3ab", r), width: 440 };

export const houseNumbers: readonly Recipe[] = [
  house("27", (r) => enamel("27", blueOnBrick, r), { hints: digitsOnly, shine: 0.9 }),
  house("148", (r) => enamel("148", whiteOnPlaster, r), { hints: digitsOnly, shine: 0.7, wish: { shadow: "leaves" } }),
  house("36", (r) => enamel("36", greenOnBrick, r), { shine: 0.8 }),
  house("94", (r) => enamel("94", blueOnPlaster, r), { shine: 0.9, wish: { shadow: "edge" } }),
  house("263", (r) => painted("263", bricks(scene, redBrick, r), "#e9e6dc", "Stardos Stencil", r), { hints: digitsOnly }),
  house("75", (r) => painted("75", bricks(scene, yellowBrick, r), "#20242a", "Permanent Marker", r)),
  house("42", (r) => cast("42", boards(scene, { colour: "#274a3c", widthPx: 210, upright: true }, r), { metal: "#c29a46", face: "Playfair Display", offPx: 7 }, r), { shine: 0.9 }),
  house("359", (r) => cast("359", boards(scene, { colour: "#7a4f2e", widthPx: 150 }, r), { metal: "#a7a9aa", face: "Barlow Condensed", offPx: 11 }, r), { hints: digitsOnly, shine: 0.6 }),
  house("83", (r) => cast("83", plaster(scene, "#dad6cc", r), { metal: "#26282b", face: "Overpass", offPx: 24 }, r), { wish: { slope: 0.4 } }),
  house("276", (r) => cast("276", plaster(scene, "#8f9a94", r), { metal: "#b5b7b6", face: "Overpass", offPx: 20 }, r), { shine: 0.6, wish: { shadow: "leaves" } }),
  house("64", (r) => tiles("64", plaster(scene, "#d8c8a8", r), r), { shine: 0.9 }),
  house("538", (r) => tiles("538", bricks(scene, redBrick, r), r), { hints: digitsOnly, shine: 0.8, wish: { shadow: "edge" } }),
  house("97", (r) => carved("97", bricks(scene, yellowBrick, r), r)),
  house("47A", (r) => cast("47A", plastic(scene, "#1f2226", 0.4, r), { metal: "#d6cfa8", face: "Barlow Condensed", offPx: 3 }, r), { hints: { numeric: 4, textinstructions: "House number with its letter" } }),
];
