import { cloudField, mapField, maskOf } from "./field";
import type { Random } from "./random";
import { filledRaster, layDrawing, layInk, shade } from "./raster";
import { createSurface, raise, roughen, type Surface } from "./surface";

interface Size {
  width: number;
  height: number;
}

/** Rendered wall: coarse and fine bumps. */
export function plaster(size: Size, colour: string, random: Random): Surface {
  const surface = createSurface(filledRaster(size, colour), random.between(215, 300), 0);
  roughen(surface, cloudField(size, { across: 9, octaves: 3 }, random), 0.9);
  shade(surface.raster, cloudField(size, { across: 160 }, random), 0.08);
  shade(surface.raster, cloudField(size, { across: 3, octaves: 1 }, random), 0.06);
  return surface;
}

export function bricks(
  size: Size,
  brick: { width: number; height: number; colour: string; mortar: string },
  random: Random,
): Surface {
  const surface = createSurface(filledRaster(size, brick.mortar), random.between(215, 300), 0);
  const shift = random.between(0, brick.width);
  const joint = brick.height * 0.14;
  for (let row = -1; row * brick.height < size.height; row++)
    for (let column = -2; column * brick.width < size.width; column++) {
      const x = column * brick.width + shift + (row % 2 ? brick.width / 2 : 0) + random.normal() * 1.5;
      const y = row * brick.height + random.normal() * 1.2;
      const tone = random.between(-0.24, 0.24);
      const one = (pen: Parameters<Parameters<typeof maskOf>[1]>[0]) => {
        pen.beginPath();
        pen.roundRect(x, y, brick.width - joint, brick.height - joint, 3);
        pen.fill();
      };
      layDrawing(surface.raster, (pen) => {
        pen.fillStyle = brick.colour;
        one(pen);
        pen.fillStyle = tone > 0 ? `rgba(250,225,190,${tone})` : `rgba(20,5,10,${-tone})`;
        one(pen);
      });
    }
  const faces = maskOf(size, (pen) => {
    for (let row = -1; row * brick.height < size.height; row++)
      for (let column = -2; column * brick.width < size.width; column++) {
        pen.beginPath();
        const x = column * brick.width + shift + (row % 2 ? brick.width / 2 : 0);
        pen.roundRect(x, row * brick.height, brick.width - joint, brick.height - joint, 4);
        pen.fill();
      }
  });
  raise(surface, faces, 4, 1.8);
  roughen(surface, cloudField(size, { across: 14, octaves: 4 }, random), 0.5);
  shade(surface.raster, cloudField(size, { across: 26, octaves: 5 }, random), 0.13);
  return surface;
}

/** Boards along the picture's width, or upright ones. */
export function boards(
  size: Size,
  board: { colour: string; widthPx: number; upright?: boolean; gloss?: number },
  random: Random,
): Surface {
  const surface = createSurface(
    filledRaster(size, board.colour),
    random.between(215, 300),
    board.gloss ?? 0.3,
  );
  const along = board.upright ? { across: 5, down: 260, octaves: 4 } : { across: 260, down: 5, octaves: 4 };
  const grain = cloudField(size, along, random);
  shade(surface.raster, grain, 0.07, [0.8, 1, 1.1]);
  const rings = board.upright ? { across: 30, down: 500, octaves: 2 } : { across: 500, down: 30, octaves: 2 };
  shade(surface.raster, cloudField(size, rings, random), 0.13, [0.8, 1, 1.1]);
  shade(surface.raster, cloudField(size, { across: 200 }, random), 0.1);
  roughen(surface, grain, 0.16);
  const gaps = maskOf(size, (pen) => {
    for (let at = random.between(0, board.widthPx); at < size.width + size.height; at += board.widthPx)
      if (board.upright) pen.fillRect(at, 0, 4, size.height);
      else pen.fillRect(0, at, size.width, 4);
  });
  raise(surface, gaps, -5, 1.6);
  layInk(surface.raster, gaps, "#0c0806", 0.6);
  return surface;
}

/** Metal brushed along the width; `streak` is how visible the brush is. */
export function brushedMetal(size: Size, colour: string, streak: number, random: Random): Surface {
  const surface = createSurface(filledRaster(size, colour), random.between(215, 300), 1);
  shade(surface.raster, cloudField(size, { across: 320, down: 1.5, octaves: 3 }, random), streak);
  shade(
    surface.raster,
    cloudField(size, { across: size.width / 2.5, down: size.height * 2, octaves: 2 }, random),
    0.18,
  );
  return surface;
}

/** Smooth lacquer or plastic; `bump` above 0 gives the orange peel of moulded housings. */
export function plastic(size: Size, colour: string, bump: number, random: Random): Surface {
  const surface = createSurface(filledRaster(size, colour), random.between(215, 300), 1);
  shade(surface.raster, cloudField(size, { across: size.width / 2, octaves: 2 }, random), 0.08);
  if (bump > 0) roughen(surface, cloudField(size, { across: 3, octaves: 2 }, random), bump);
  return surface;
}

/** Paper with a soft tooth; `crease` above 0 crumples it along straight folds. */
export function paper(size: Size, colour: string, crease: number, random: Random): Surface {
  const surface = createSurface(filledRaster(size, colour), random.between(200, 320), 0.2);
  shade(surface.raster, cloudField(size, { across: 240 }, random), 0.035, [0.8, 1, 1.4]);
  shade(surface.raster, cloudField(size, { across: 2.5, octaves: 2 }, random), 0.02);
  roughen(surface, cloudField(size, { across: 220, octaves: 3 }, random), 5 * crease);
  for (let fold = 0; fold < crease * 7; fold++) {
    const turn = random.between(0, Math.PI);
    const offset = random.between(-0.4, 0.4) * size.width;
    const steep = random.between(-0.16, 0.16) * crease;
    surface.height = mapField(surface.height, (value, x, y) => {
      const side = (x - size.width / 2) * Math.cos(turn) + (y - size.height / 2) * Math.sin(turn) - offset;
      return value + steep * Math.hypot(side, 3) * 0.9;
    });
  }
  return surface;
}

/** Corrugated board, its flutes shining through. */
export function cardboard(size: Size, random: Random): Surface {
  const surface = createSurface(filledRaster(size, "#b98d5c"), random.between(215, 300), 0);
  const flutes = mapField(cloudField(size, { across: 90, octaves: 2 }, random), (cloud, x) =>
    Math.sin((x + cloud * 3) / 3.4),
  );
  shade(surface.raster, flutes, 0.025);
  shade(surface.raster, cloudField(size, { across: 40, down: 3, octaves: 4 }, random), 0.05);
  shade(surface.raster, cloudField(size, { across: 2, octaves: 1 }, random), 0.04);
  return surface;
}
