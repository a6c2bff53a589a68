import { blurField, createField, type Field, mapField, sampleField } from "./field";
import { type Raster, shade } from "./raster";

/** A thing in front of the camera: its colours, its height in pixels, and where its light comes from (0 = right, 90 = below). */
export interface Surface {
  readonly raster: Raster;
  height: Field;
  /** 0 is as matt as brick, 1 as glossy as lacquer. */
  gloss: Field;
  readonly lightDeg: number;
}

export function createSurface(raster: Raster, lightDeg: number, gloss: number): Surface {
  const size = { width: raster.width, height: raster.height };
  return {
    raster,
    height: createField(size.width, size.height),
    gloss: mapField(createField(size.width, size.height), () => gloss),
    lightDeg,
  };
}

/** The mask's shape darkens what lies `distancePx` behind it. */
export function castShadow(
  surface: Surface,
  mask: Field,
  shadow: { distancePx: number; softPx: number; strength: number },
): void {
  const turn = (surface.lightDeg * Math.PI) / 180;
  const moved = mapField(mask, (_, x, y) =>
    sampleField(mask, x + Math.cos(turn) * shadow.distancePx, y + Math.sin(turn) * shadow.distancePx),
  );
  shade(surface.raster, blurField(moved, shadow.softPx), -shadow.strength);
}

/** Lifts (or, below zero, sinks) the mask's shape; `bevelPx` is how round its edge is. */
export function raise(surface: Surface, mask: Field, amountPx: number, bevelPx: number): void {
  const bevelled = blurField(mask, bevelPx);
  surface.height = mapField(
    surface.height,
    (value, x, y) => value + amountPx * (bevelled.values[y * mask.width + x] ?? 0),
  );
}

/** Adds the field to the height, for textures that cover everything. */
export function roughen(surface: Surface, clouds: Field, amountPx: number): void {
  surface.height = mapField(
    surface.height,
    (value, x, y) => value + amountPx * (clouds.values[y * clouds.width + x] ?? 0),
  );
}

/** Takes the texture off where the mask covers and makes it glossy: glass, or an enamel plate on a rough wall. */
export function polish(surface: Surface, mask: Field): void {
  surface.height = mapField(
    surface.height,
    (value, x, y) => value * (1 - (mask.values[y * mask.width + x] ?? 0)),
  );
  surface.gloss = mapField(surface.gloss, (value, x, y) =>
    Math.max(value, mask.values[y * mask.width + x] ?? 0),
  );
}

/** Brings the heights to light: slopes towards the lamp are brighter, and shine where they mirror it. Level ground stays as it is. */
export function lightSurface(surface: Surface, shine = 0): Raster {
  const { raster, height } = surface;
  const turn = (surface.lightDeg * Math.PI) / 180;
  const lamp = { x: Math.cos(turn) * 0.66, y: Math.sin(turn) * 0.66, z: 0.75 };
  const half = { x: lamp.x / 2, y: lamp.y / 2, z: (lamp.z + 1) / 2 };
  const halfLength = Math.hypot(half.x, half.y, half.z);
  const levelGloss = (half.z / halfLength) ** 24;
  for (let y = 0; y < height.height; y++)
    for (let x = 0; x < height.width; x++) {
      const slopeX = (sampleField(height, x + 1, y) - sampleField(height, x - 1, y)) / 2;
      const slopeY = (sampleField(height, x, y + 1) - sampleField(height, x, y - 1)) / 2;
      const length = Math.hypot(slopeX, slopeY, 1);
      const facing = Math.max((-slopeX * lamp.x - slopeY * lamp.y + lamp.z) / length / lamp.z, 0.12);
      const towards = Math.max((-slopeX * half.x - slopeY * half.y + half.z) / length / halfLength, 0);
      const gloss = shine * sampleField(surface.gloss, x, y) * Math.max(towards ** 24 - levelGloss, 0);
      const i = (y * height.width + x) * 3;
      for (let c = i; c < i + 3; c++) raster.rgb[c] = (raster.rgb[c] ?? 0) * facing + gloss;
    }
  return raster;
}
