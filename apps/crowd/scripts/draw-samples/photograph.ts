import { blurField, cloudField, createField, type Field, mapField } from "./field";
import type { Random } from "./random";
import { blurRaster, type Raster, resample, shade } from "./raster";

/** How a picture was taken. What is left out is chosen by chance, as people do. */
export interface Shot {
  rollDeg: number;
  /** How much nearer one side (yaw) or the top (pitch) is; 0.1 is clearly askew. */
  yaw: number;
  pitch: number;
  /** Out of focus, in pixels of the picture. */
  blurPx: number;
  motionPx: number;
  motionDeg: number;
  /** How much brighter one end is than the other. */
  slope: number;
  vignette: number;
  exposure: number;
  /** Above 0 yellow lamp light, below 0 shade under a blue sky. */
  warmth: number;
  /** Deviation of the sensor's noise, as a share of white. */
  noise: number;
  sharpen: number;
  shadow: "none" | "edge" | "leaves";
  contrast: number;
}

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Photographs the part of a scene within `frame` as a picture `widthPx` wide. The order is that of a camera: perspective,
 * light and lens first, in linear light; then exposure, colour and the file's curve; then noise and the phone's sharpening.
 * The result's numbers are those of the file (0 to 1), no longer linear.
 */
export function photograph(
  scene: Raster,
  frame: Frame,
  widthPx: number,
  random: Random,
  wish: Partial<Shot> = {},
): Raster {
  const shot: Shot = { ...castShot(random), ...wish };
  const size = { width: widthPx, height: Math.round((widthPx * frame.height) / frame.width) };
  let picture = resampleSoftly(scene, size, askew(frame, size, shot));
  lightUnevenly(picture, shot, random);
  picture = blurRaster(moved(picture, shot), shot.blurPx);
  develop(picture, shot);
  addNoise(picture, shot.noise, random);
  return sharpened(picture, shot.sharpen);
}

function castShot(random: Random): Shot {
  return {
    rollDeg: random.normal() * 1.5,
    yaw: random.between(-0.07, 0.07),
    pitch: random.between(-0.04, 0.04),
    blurPx: random.between(0.45, 0.8),
    motionPx: random.chance(0.25) ? random.between(1, 2.5) : 0,
    motionDeg: random.between(-25, 25),
    slope: random.between(0.1, 0.35),
    vignette: random.between(0.08, 0.25),
    exposure: random.between(0.85, 1.1),
    warmth: random.between(-0.08, 0.1),
    noise: random.between(0.012, 0.026),
    sharpen: random.between(0.3, 0.9),
    shadow: "none",
    contrast: random.between(0.95, 1.12),
  };
}

type Source = (x: number, y: number) => readonly [number, number];

/** Which point of the scene a pixel sees: the frame's plane, turned and divided by its distance. */
function askew(frame: Frame, size: { width: number; height: number }, shot: Shot): Source {
  const turn = (shot.rollDeg * Math.PI) / 180;
  return (x, y) => {
    const across = (x / size.width) * 2 - 1;
    const down = (y / size.height) * 2 - 1;
    const distance = 1 + shot.yaw * across + shot.pitch * down;
    const planeX = ((across / distance) * frame.width) / 2;
    const planeY = ((down / distance) * frame.height) / 2;
    return [
      frame.x + frame.width / 2 + planeX * Math.cos(turn) - planeY * Math.sin(turn),
      frame.y + frame.height / 2 + planeX * Math.sin(turn) + planeY * Math.cos(turn),
    ];
  };
}

// Scenes are drawn larger than their pictures: reading twice as fine and halving keeps thin lines from breaking up.
function resampleSoftly(scene: Raster, size: { width: number; height: number }, source: Source): Raster {
  const fine = { width: size.width * 2, height: size.height * 2 };
  const double = resample(scene, fine, (x, y) => source(x / 2, y / 2));
  return resample(double, size, (x, y) => [x * 2 + 0.5, y * 2 + 0.5]);
}

function lightUnevenly(picture: Raster, shot: Shot, random: Random): void {
  const angle = random.between(0, Math.PI * 2);
  const clouds = cloudField(picture, { across: picture.width / 3, octaves: 2 }, random);
  const light = mapField(clouds, (cloud, x, y) => {
    const across = (x / picture.width) * 2 - 1;
    const down = (y / picture.height) * 2 - 1;
    const fall = shot.slope * (across * Math.cos(angle) + down * Math.sin(angle)) * 0.7;
    return fall + cloud * 0.05 - shot.vignette * (across * across + down * down) * 0.5;
  });
  shade(picture, light, 1, [1.05, 1, 0.92]);
  // Shade outdoors is lit by the sky alone, so it is bluer than the sun beside it.
  if (shot.shadow !== "none") shade(picture, shadowField(picture, shot.shadow, random), -0.6, [1.06, 1, 0.9]);
}

function shadowField(picture: Raster, kind: "edge" | "leaves", random: Random): Field {
  if (kind === "leaves") {
    const clouds = cloudField(picture, { across: picture.width / 7, octaves: 3 }, random);
    return blurField(
      mapField(clouds, (cloud) => (cloud > 0.1 ? 1 : 0)),
      picture.width / 130,
    );
  }
  const angle = random.between(-0.6, 0.6) + (random.chance(0.5) ? Math.PI : 0);
  const offset = random.between(-0.1, 0.45);
  const edge = mapField(createField(picture.width, picture.height), (_, x, y) => {
    const across = (x / picture.width) * 2 - 1;
    const down = ((y / picture.height) * 2 - 1) * 0.5;
    return across * Math.cos(angle) + down * Math.sin(angle) > offset ? 1 : 0;
  });
  return blurField(edge, picture.width / 60);
}

function moved(picture: Raster, shot: Shot): Raster {
  if (shot.motionPx < 0.5) return picture;
  const taps = Math.ceil(shot.motionPx * 2);
  const turn = (shot.motionDeg * Math.PI) / 180;
  const sum = new Float32Array(picture.rgb.length);
  for (let tap = 0; tap < taps; tap++) {
    const along = (tap / (taps - 1) - 0.5) * shot.motionPx;
    const once = resample(picture, picture, (x, y) => [
      x + along * Math.cos(turn),
      y + along * Math.sin(turn),
    ]);
    once.rgb.forEach((value, i) => {
      sum[i] = (sum[i] ?? 0) + value / taps;
    });
  }
  return { ...picture, rgb: sum };
}

function develop(picture: Raster, shot: Shot): void {
  const gains = [shot.exposure * (1 + shot.warmth), shot.exposure, shot.exposure * (1 - shot.warmth * 1.3)];
  picture.rgb.forEach((value, i) => {
    const exposed = Math.max(value * (gains[i % 3] ?? 1), 0);
    // A soft shoulder instead of a hard edge at white, as film and phones have.
    const rolled = exposed < 0.7 ? exposed : 0.7 + 0.3 * Math.tanh((exposed - 0.7) / 0.3);
    picture.rgb[i] = 0.5 + (rolled ** (1 / 2.2) - 0.5) * shot.contrast;
  });
}

function addNoise(picture: Raster, deviation: number, random: Random): void {
  let previous = 0;
  for (let pixel = 0; pixel < picture.rgb.length; pixel += 3) {
    // Neighbours share some noise, because a sensor's pixel borrows two of its colours from them.
    previous = previous * 0.35 + random.normal() * 0.94;
    for (let c = pixel; c < pixel + 3; c++) {
      const value = picture.rgb[c] ?? 0;
      const dark = 1.25 - 0.6 * Math.min(Math.max(value, 0), 1);
      picture.rgb[c] = value + deviation * dark * (previous * 0.85 + random.normal() * 0.45);
    }
  }
}

function sharpened(picture: Raster, amount: number): Raster {
  const soft = blurRaster(picture, 1.1);
  const rgb = picture.rgb.map((value, i) => value + amount * (value - (soft.rgb[i] ?? 0)));
  return { ...picture, rgb };
}
