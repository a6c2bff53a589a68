import {
  bendField,
  blurField,
  cloudField,
  createField,
  type Drawing,
  type Field,
  mapField,
  maskOf,
  sampleField,
  wearField,
} from "./field";
import { paper } from "./materials";
import { photograph } from "./photograph";
import type { Random } from "./random";
import { filledRaster, layDrawing, layInk, type Raster, shade } from "./raster";
import { lightSurface } from "./surface";
import { type Typeface, typeface } from "./typefaces";

interface Size {
  width: number;
  height: number;
}

/** Each letter turned, lifted and set close to the last; the row is centred. */
function row(
  text: string,
  size: Size,
  face: Typeface,
  sizePx: number,
  unrest: number,
  random: Random,
): Drawing {
  return (pen) => {
    pen.font = typeface(face, sizePx);
    pen.textBaseline = "middle";
    const step = (sign: string) => pen.measureText(sign).width + sizePx * 0.07;
    const width = [...text].reduce((sum, sign) => sum + step(sign), 0);
    let x = (size.width - width) / 2;
    for (const sign of text) {
      pen.save();
      pen.translate(x + step(sign) / 2, size.height / 2 + random.normal() * sizePx * 0.07 * unrest);
      pen.rotate(random.between(-0.3, 0.3) * unrest);
      pen.transform(
        1,
        random.normal() * 0.06 * unrest,
        random.normal() * 0.12 * unrest,
        1 + random.normal() * 0.07 * unrest,
        0,
        0,
      );
      pen.fillText(sign, -pen.measureText(sign).width / 2, 0);
      pen.restore();
      x += step(sign);
    }
  };
}

/** A standing wave through the whole row. */
function wave(mask: Field, heightPx: number, random: Random): Field {
  const length = random.between(0.5, 0.9) * mask.width;
  const phase = random.between(0, 6.28);
  return mapField(mask, (_, x, y) => {
    const lift = Math.sin((x / length) * 6.28 + phase) * heightPx;
    return sampleField(mask, x + Math.sin((y / mask.height) * 4 + phase) * heightPx * 0.6, y + lift);
  });
}

/** Curves from edge to edge, thin enough to leave every letter whole. */
function strikes(size: Size, count: number, widthPx: number, random: Random): Field {
  return maskOf(size, (pen) => {
    pen.lineWidth = widthPx;
    for (let line = 0; line < count; line++) {
      const y = () => random.between(0.1, 0.9) * size.height;
      pen.beginPath();
      pen.moveTo(-5, y());
      pen.bezierCurveTo(
        size.width * 0.3,
        y() * 1.4 - 10,
        size.width * 0.7,
        y() * 1.4 - 10,
        size.width + 5,
        y(),
      );
      pen.stroke();
    }
  });
}

function specks(size: Size, share: number, random: Random): Field {
  return mapField(createField(size.width, size.height), () => (random.unit() < share ? random.unit() : 0));
}

/** Drawn at double size and halved, then given the file's curve. */
function finish(raster: Raster, random: Random, noise = 0.012): Raster {
  const half = { x: 0, y: 0, width: raster.width, height: raster.height };
  const still = {
    rollDeg: 0,
    yaw: 0,
    pitch: 0,
    motionPx: 0,
    slope: 0,
    vignette: 0,
    exposure: 1,
    warmth: 0,
    contrast: 1,
  };
  return photograph(raster, half, Math.round(raster.width / 2), random, {
    ...still,
    blurPx: 0.3,
    noise,
    sharpen: 0.2,
  });
}

export type Style = (text: string, random: Random) => Raster;

/** A form's picture: two-tone clouds behind, curves in the ink's own colour before. */
export function clouded(look: {
  ground: string;
  cloud: string;
  ink: string;
  face: Typeface;
  wide?: number;
  strikes?: number;
}): Style {
  return (text, random) => {
    const size = { width: look.wide ?? 520, height: 168 };
    const raster = filledRaster(size, look.ground);
    layInk(
      raster,
      mapField(cloudField(size, { across: 80 }, random), (cloud) => Math.min(Math.max(0.4 + cloud, 0), 1)),
      look.cloud,
      0.8,
    );
    const letters = wave(maskOf(size, row(text, size, look.face, 92, 1, random)), 7, random);
    layInk(raster, letters, look.ink, 0.92);
    layInk(raster, strikes(size, look.strikes ?? 3, 3, random), look.ink, 0.8);
    layInk(raster, blurField(specks(size, 0.02, random), 0.8), look.ink, 0.7);
    return finish(raster, random);
  };
}

/** Every letter in a colour of its own on a striped ground, as old forums have it. */
export function motley(look: {
  ground: string;
  stripe: string;
  inks: readonly [string, ...string[]];
  face: Typeface;
}): Style {
  return (text, random) => {
    const size = { width: 540, height: 160 };
    const raster = filledRaster(size, look.ground);
    const stripes = maskOf(size, (pen) => {
      pen.lineWidth = 3;
      for (let x = -160; x < size.width + 160; x += 20) {
        pen.beginPath();
        pen.moveTo(x, 0);
        pen.lineTo(x + 90, size.height);
        pen.stroke();
      }
    });
    layInk(raster, bendField(stripes, { cellPx: 70, shiftPx: 6 }, random), look.stripe, 0.7);
    [...text].forEach((sign, place) => {
      const letters = maskOf(size, (pen) => {
        pen.translate((place - (text.length - 1) / 2) * 76, 0);
        row(sign, size, look.face, 78, 1.1, random)(pen);
      });
      layInk(raster, bendField(letters, { cellPx: 50, shiftPx: 4 }, random), random.pick(look.inks), 0.9);
    });
    layInk(raster, strikes(size, 2, 3, random), random.pick(look.inks), 0.75);
    return finish(raster, random);
  };
}

/** Two words of a badly printed book, pulled out of shape by the binding. */
export function bookScan(text: string, random: Random): Raster {
  const size = { width: 760, height: 190 };
  const sheet = paper(size, "#e7e1d0", 0.3, random);
  const letters = bendField(
    wave(maskOf(size, row(text, size, "Libre Baskerville", 84, 0.12, random)), 9, random),
    { cellPx: 34, shiftPx: 2.4 },
    random,
  );
  const spread = mapField(blurField(letters, 1.6), (ink) => Math.min(Math.max((ink - 0.36) * 5, 0), 1));
  layInk(sheet.raster, wearField(spread, { cellPx: 10, amount: 0.1, soft: 0.7 }, random), "#1b1815", 0.93);
  // The other page's ink shines through.
  const behind = maskOf(
    size,
    row(`${[...text].reverse().join("")} nor the`, size, "Libre Baskerville", 60, 0.1, random),
  );
  layInk(sheet.raster, blurField(behind, 3), "#3a342c", 0.1);
  return finish(lightSurface(sheet), random, 0.03);
}

/** Only outlines, on a checked ground. */
export function hollow(look: { ground: string; check: string; ink: string }): Style {
  return (text, random) => {
    const size = { width: 520, height: 170 };
    const raster = filledRaster(size, look.ground);
    layDrawing(raster, (pen) => {
      pen.fillStyle = look.check;
      for (let y = 0; y < size.height; y += 14)
        for (let x = (y / 14) % 2 ? 14 : 0; x < size.width; x += 28) pen.fillRect(x, y, 14, 14);
    });
    shade(raster, cloudField(size, { across: 110 }, random), 0.15);
    const solid = wave(maskOf(size, row(text, size, "Overpass", 98, 0.9, random)), 6, random);
    const soft = blurField(solid, 2.4);
    const outline = mapField(soft, (ink) => Math.min(Math.max(1.25 - Math.abs(ink - 0.5) * 3.4, 0), 1));
    layInk(raster, solid, look.ground, 0.6);
    layInk(raster, outline, look.ink, 0.95);
    layInk(raster, strikes(size, 2, 2.4, random), look.ink, 0.7);
    return finish(raster, random);
  };
}

/** Black on white, broken up by noise of both colours: a fax of a form. */
export function speckled(text: string, random: Random): Raster {
  const size = { width: 500, height: 150 };
  const raster = filledRaster(size, "#f4f4f2");
  const letters = bendField(
    maskOf(size, row(text, size, "Alfa Slab One", 72, 0.8, random)),
    { cellPx: 44, shiftPx: 3.4 },
    random,
  );
  layInk(raster, letters, "#161616", 0.95);
  layInk(raster, strikes(size, 1, 3, random), "#f4f4f2", 0.9);
  layInk(raster, strikes(size, 2, 2.5, random), "#2a2a2a", 0.8);
  layInk(raster, blurField(specks(size, 0.16, random), 0.7), "#1c1c1c", 0.8);
  layInk(raster, blurField(specks(size, 0.12, random), 0.7), "#f8f8f6", 0.8);
  return finish(raster, random);
}
