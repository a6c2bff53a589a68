import { createCanvas } from "@napi-rs/canvas";
import { blur } from "./blur";
import { type Drawing, type Field, sampleField } from "./field";

/**
 * A picture in linear light, three floats a pixel, 1 = white. Linear, because shadow, blur and reflection only look
 * like a photograph's when light is added and not the numbers of a file.
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgb: Float32Array;
}

const linearOfByte = Float32Array.from({ length: 256 }, (_, byte) => (byte / 255) ** 2.2);

/** "#rrggbb" to linear light. */
export function linearOf(colour: string): readonly [number, number, number] {
  const channel = (from: number) => linearOfByte[Number.parseInt(colour.slice(from, from + 2), 16)] ?? 0;
  return [channel(1), channel(3), channel(5)];
}

export function filledRaster(size: { width: number; height: number }, colour: string): Raster {
  const linear = linearOf(colour);
  const rgb = new Float32Array(size.width * size.height * 3).map((_, i) => linear[i % 3] ?? 0);
  return { width: size.width, height: size.height, rgb };
}

/** Lays a drawing in its own colours over the raster. */
export function layDrawing(raster: Raster, draw: Drawing, opacity = 1): void {
  const canvas = createCanvas(raster.width, raster.height);
  draw(canvas.getContext("2d"));
  const rgba = canvas.getContext("2d").getImageData(0, 0, raster.width, raster.height).data;
  raster.rgb.forEach((under, i) => {
    const pixel = Math.floor(i / 3) * 4;
    const cover = ((rgba[pixel + 3] ?? 0) / 255) * opacity;
    if (cover > 0) raster.rgb[i] = under + ((linearOfByte[rgba[pixel + (i % 3)] ?? 0] ?? 0) - under) * cover;
  });
}

/** Lays one colour where the mask covers. */
export function layInk(raster: Raster, mask: Field, colour: string, opacity = 1): void {
  const ink = linearOf(colour);
  raster.rgb.forEach((under, i) => {
    const cover = (mask.values[Math.floor(i / 3)] ?? 0) * opacity;
    if (cover > 0) raster.rgb[i] = under + ((ink[i % 3] ?? 0) - under) * cover;
  });
}

/** Adds light of one colour where the mask covers: a lamp, a neon tube, a reflection. */
export function addLight(raster: Raster, mask: Field, colour: string, strength: number): void {
  const light = linearOf(colour);
  raster.rgb.forEach((under, i) => {
    raster.rgb[i] = under + (mask.values[Math.floor(i / 3)] ?? 0) * (light[i % 3] ?? 0) * strength;
  });
}

/** Multiplies by 1 + amount * field; `tint` lets each channel take its own share. */
export function shade(
  raster: Raster,
  field: Field,
  amount: number,
  tint: readonly number[] = [1, 1, 1],
): void {
  raster.rgb.forEach((under, i) => {
    raster.rgb[i] = Math.max(
      under * (1 + amount * (tint[i % 3] ?? 1) * (field.values[Math.floor(i / 3)] ?? 0)),
      0,
    );
  });
}

export function blurRaster(raster: Raster, sigmaPx: number): Raster {
  return { ...raster, rgb: blur(raster.rgb, raster.width, raster.height, 3, sigmaPx) };
}

/** One channel as a field, to read between pixels or to move it against the others. */
export function channelOf(raster: Raster, channel: number): Field {
  const values = new Float32Array(raster.width * raster.height).map(
    (_, i) => raster.rgb[i * 3 + channel] ?? 0,
  );
  return { width: raster.width, height: raster.height, values };
}

/** Draws the raster anew from what `source` says lies at each pixel, in the raster's own coordinates. */
export function resample(
  raster: Raster,
  size: { width: number; height: number },
  source: (x: number, y: number) => readonly [number, number],
): Raster {
  const channels = [channelOf(raster, 0), channelOf(raster, 1), channelOf(raster, 2)];
  const rgb = new Float32Array(size.width * size.height * 3);
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      const [fromX, fromY] = source(x, y);
      channels.forEach((channel, c) => {
        rgb[(y * size.width + x) * 3 + c] = sampleField(channel, fromX, fromY);
      });
    }
  return { width: size.width, height: size.height, rgb };
}
