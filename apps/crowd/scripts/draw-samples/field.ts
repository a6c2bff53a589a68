import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { blur } from "./blur";
import type { Random } from "./random";

export type Pen = SKRSContext2D;
export type Drawing = (pen: Pen) => void;

/** One number per pixel: a mask (0 to 1), a height in pixels, or clouds (about -1 to 1). */
export interface Field {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

export function createField(width: number, height: number): Field {
  return { width, height, values: new Float32Array(width * height) };
}

export function mapField(field: Field, change: (value: number, x: number, y: number) => number): Field {
  const values = field.values.map((value, i) => change(value, i % field.width, Math.floor(i / field.width)));
  return { ...field, values };
}

export function blurField(field: Field, sigmaPx: number): Field {
  return { ...field, values: blur(field.values, field.width, field.height, 1, sigmaPx) };
}

/** What was drawn, whatever its colour: 1 where it covers the pixel. */
export function maskOf(size: { width: number; height: number }, draw: Drawing): Field {
  const canvas = createCanvas(size.width, size.height);
  draw(canvas.getContext("2d"));
  const rgba = canvas.getContext("2d").getImageData(0, 0, size.width, size.height).data;
  return mapField(
    createField(size.width, size.height),
    (_, x, y) => (rgba[(y * size.width + x) * 4 + 3] ?? 0) / 255,
  );
}

/** Reads between the pixels; beyond the edge it repeats the last one. */
export function sampleField(field: Field, x: number, y: number): number {
  const left = Math.min(Math.max(x, 0), field.width - 1.001);
  const top = Math.min(Math.max(y, 0), field.height - 1.001);
  const column = Math.floor(left);
  const at = Math.floor(top) * field.width + column;
  const right = left - column;
  const down = top - Math.floor(top);
  const upper = (field.values[at] ?? 0) * (1 - right) + (field.values[at + 1] ?? 0) * right;
  const lower =
    (field.values[at + field.width] ?? 0) * (1 - right) + (field.values[at + field.width + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}

/** Smooth noise in octaves, about -1 to 1. A cell longer one way than the other gives wood grain or brushed metal. */
export function cloudField(
  size: { width: number; height: number },
  cell: { across: number; down?: number; octaves?: number },
  random: Random,
): Field {
  const octaves = cell.octaves ?? 4;
  const field = createField(size.width, size.height);
  for (let octave = 0; octave < octaves; octave++) {
    const across = Math.max(cell.across / 2 ** octave, 1);
    const down = Math.max((cell.down ?? cell.across) / 2 ** octave, 1);
    const lattice = createField(Math.ceil(size.width / across) + 2, Math.ceil(size.height / down) + 2);
    lattice.values.forEach((_, i) => {
      lattice.values[i] = random.normal();
    });
    for (let y = 0; y < size.height; y++)
      for (let x = 0; x < size.width; x++) {
        const i = y * size.width + x;
        field.values[i] =
          (field.values[i] ?? 0) + sampleField(lattice, ease(x / across), ease(y / down)) / 2 ** octave;
      }
  }
  return field;
}

// Eased cells have no visible corners where two of them meet.
function ease(position: number): number {
  const whole = Math.floor(position);
  const part = position - whole;
  return whole + part * part * (3 - 2 * part);
}

/** Pushes every pixel aside by clouds, so that two letters of one font no longer look alike. */
export function bendField(field: Field, bend: { cellPx: number; shiftPx: number }, random: Random): Field {
  const aside = cloudField(field, { across: bend.cellPx, octaves: 2 }, random);
  const below = cloudField(field, { across: bend.cellPx, octaves: 2 }, random);
  return mapField(field, (_, x, y) => {
    const i = y * field.width + x;
    return sampleField(
      field,
      x + (aside.values[i] ?? 0) * bend.shiftPx,
      y + (below.values[i] ?? 0) * bend.shiftPx,
    );
  });
}

/** Takes paint or ink off a mask in spots: `amount` 1 takes about half of it away, 0 the thinnest spots, below 0 next to nothing. */
export function wearField(
  field: Field,
  wear: { cellPx: number; amount: number; soft?: number },
  random: Random,
): Field {
  const clouds = cloudField(field, { across: wear.cellPx, octaves: 4 }, random);
  const soft = wear.soft ?? 0.25;
  return mapField(field, (value, x, y) => {
    const left = 0.5 + ((clouds.values[y * field.width + x] ?? 0) + 1.4 * (1 - wear.amount)) / (2 * soft);
    return value * Math.min(Math.max(left, 0), 1);
  });
}
