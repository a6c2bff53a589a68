import {
  bendField,
  blurField,
  cloudField,
  type Drawing,
  type Field,
  mapField,
  maskOf,
  wearField,
} from "./field";
import { boards, bricks, plastic } from "./materials";
import type { Random } from "./random";
import { addLight, layDrawing, layInk, type Raster, shade } from "./raster";
import { castShadow, lightSurface, polish, raise, type Surface } from "./surface";
import { type Typeface, typeface } from "./typefaces";

export const scene = { width: 900, height: 480 };

const centre = { x: 450, y: 240 };

interface Lettering {
  text: string;
  face: Typeface;
  sizePx: number;
  spacingPx?: number;
}

/** The text about the scene's middle, shrunk if it would leave the picture. */
function lettered(look: Lettering, paint: "fill" | "stroke" = "fill"): Drawing {
  return (pen) => {
    pen.font = typeface(look.face, look.sizePx);
    pen.letterSpacing = `${look.spacingPx ?? 2}px`;
    const size = pen.measureText(look.text);
    const scale = Math.min(1, 600 / size.width);
    pen.translate(centre.x, centre.y);
    pen.scale(scale, scale);
    const y = (size.actualBoundingBoxAscent - size.actualBoundingBoxDescent) / 2;
    if (paint === "fill") pen.fillText(look.text, -size.width / 2, y);
    else pen.strokeText(look.text, -size.width / 2, y);
  };
}

function slab(width: number, height: number, radius: number): Drawing {
  return (pen) => {
    pen.beginPath();
    pen.roundRect(centre.x - width / 2, centre.y - height / 2, width, height, radius);
    pen.fill();
  };
}

/** A street's name on sheet metal, with a border, on a wall. */
export function streetSign(
  look: Lettering,
  colours: { ground: string; ink: string },
  wall: Surface,
  random: Random,
): Surface {
  const width = 720;
  const plate = maskOf(scene, slab(width, 210, 16));
  castShadow(wall, plate, { distancePx: 14, softPx: 9, strength: 0.65 });
  polish(wall, plate);
  layInk(wall.raster, plate, colours.ground);
  layDrawing(wall.raster, (pen) => {
    pen.strokeStyle = colours.ink;
    pen.lineWidth = 6;
    pen.beginPath();
    pen.roundRect(centre.x - width / 2 + 13, centre.y - 92, width - 26, 184, 10);
    pen.stroke();
  });
  raise(wall, plate, 5, 2.5);
  layInk(wall.raster, maskOf(scene, lettered(look)), colours.ink);
  const grime = cloudField(scene, { across: 60, down: 180, octaves: 5 }, random);
  layInk(
    wall.raster,
    mapField(grime, (cloud, _, y) => Math.max(0, cloud * 0.3 + 0.15 - (y - 130) / 900) * 0.45),
    "#5a4a38",
  );
  return wall;
}

/** Letters cut from thick board, standing off a shop's front. */
export function fascia(look: Lettering, colours: { front: string; side: string }, front: Surface): Surface {
  const face = maskOf(scene, lettered(look));
  castShadow(front, face, { distancePx: 20, softPx: 8, strength: 0.7 });
  // The letters' sides: the same shape once for each pixel of their depth.
  for (let depth = 7; depth > 0; depth--) {
    const side = maskOf(scene, (pen) => {
      pen.translate(depth * 0.6, depth);
      lettered(look)(pen);
    });
    layInk(front.raster, side, colours.side);
  }
  polish(front, face);
  layInk(front.raster, face, colours.front);
  raise(front, face, 4, 2);
  return front;
}

/** Bent glass tubes at night; the wall is lit by them alone. */
export function neon(look: Lettering, colour: string, random: Random): Raster {
  const wall = bricks(scene, { width: 150, height: 50, colour: "#5c3a32", mortar: "#554d48" }, random);
  const raster = lightSurface(wall, 0);
  shade(
    raster,
    mapField(wall.height, () => -1),
    0.86,
  );
  const tube = maskOf(scene, (pen) => {
    pen.lineWidth = 7;
    pen.lineJoin = "round";
    lettered(look, "stroke")(pen);
  });
  const lit = { ...raster, rgb: raster.rgb.slice() };
  const near = blurField(tube, 14);
  const far = blurField(near, 34);
  shade(
    lit,
    mapField(near, (value, x, y) => value * 3 + (far.values[y * scene.width + x] ?? 0) * 14),
    1,
  );
  addLight(lit, far, colour, 0.4);
  addLight(lit, near, colour, 0.7);
  addLight(lit, tube, colour, 1.1);
  addLight(lit, blurField(tube, 1.6), "#ffffff", 0.45);
  return lit;
}

/** A board hung from two chains, letters routed into it and gilded. */
export function hanging(look: Lettering, wood: string, ink: string, random: Random): Surface {
  const sky = plastic(scene, "#a9bccb", 0, random);
  layInk(
    sky.raster,
    blurField(
      mapField(cloudField(scene, { across: 110 }, random), (cloud) => (cloud > -0.1 ? 1 : 0)),
      14,
    ),
    "#4d6244",
    0.75,
  );
  const board = boards(scene, { colour: wood, widthPx: 110 }, random);
  const shape = maskOf(scene, slab(740, 250, 60));
  const chains = maskOf(scene, (pen) => {
    pen.lineWidth = 4;
    for (const x of [230, 670])
      for (let y = 0; y < 122; y += 15) {
        pen.beginPath();
        pen.ellipse(x, y, y % 30 ? 2 : 6, 10, 0, 0, 7);
        pen.stroke();
      }
  });
  layInk(sky.raster, chains, "#2a2a2c");
  board.raster.rgb.forEach((value, i) => {
    const cover = shape.values[Math.floor(i / 3)] ?? 0;
    sky.raster.rgb[i] = (sky.raster.rgb[i] ?? 0) * (1 - cover) + value * cover;
  });
  sky.height = mapField(board.height, (value, x, y) => value * (shape.values[y * scene.width + x] ?? 0));
  raise(sky, shape, 12, 5);
  const cut = maskOf(scene, lettered(look));
  raise(sky, cut, -6, 2.4);
  layInk(sky.raster, wearField(cut, { cellPx: 14, amount: 0.1, soft: 0.7 }, random), ink, 0.95);
  return sky;
}

export function chalked(look: Lettering, random: Random): Surface {
  const board = plastic(scene, "#26282a", 0.03, random);
  layInk(
    board.raster,
    mapField(
      cloudField(scene, { across: 150, down: 70, octaves: 5 }, random),
      (cloud) => Math.max(0, cloud + 0.4) * 0.05,
    ),
    "#d0d0cc",
  );
  const frame = mapField(maskOf(scene, slab(760, 330, 2)), (value) => 1 - value);
  layInk(board.raster, frame, "#7a5230");
  raise(board, frame, 9, 3);
  const drawn = bendField(maskOf(scene, lettered(look)), { cellPx: 60, shiftPx: 3 }, random);
  layInk(
    board.raster,
    blurField(wearField(drawn, { cellPx: 3, amount: 0.12, soft: 1 }, random), 0.9),
    "#efe9d6",
    0.85,
  );
  return board;
}

/** Painted on the wall long ago. */
export function ghostSign(look: Lettering, ink: string, wall: Surface, random: Random): Surface {
  const paint: Field = wearField(
    maskOf(scene, lettered(look)),
    { cellPx: 26, amount: 0.14, soft: 0.6 },
    random,
  );
  layInk(wall.raster, blurField(paint, 1), ink, 0.82);
  return wall;
}
