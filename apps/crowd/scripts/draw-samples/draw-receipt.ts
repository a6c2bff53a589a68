import { bendField, blurField, cloudField, type Drawing, mapField, maskOf } from "./field";
import { boards, paper } from "./materials";
import { photograph, type Shot } from "./photograph";
import type { Random } from "./random";
import { filledRaster, layInk, type Raster } from "./raster";
import { castShadow, lightSurface } from "./surface";
import { type Typeface, typeface } from "./typefaces";

export interface Slip {
  lines: readonly string[];
  truth: string;
  ask: string;
  face: Typeface;
  /** Which lines are in the picture, first and last; people send a cut-out. */
  seen: readonly [number, number];
  scan?: boolean;
  ink?: string;
  wish?: Partial<Shot>;
}

const columns = 30;

const scene = { width: 900, height: 760 };

const row = 44;

/** "Milk|1.29" becomes a line with its price at the right edge; "=" a rule; "^Shop" is centred. */
function setLine(line: string): string {
  if (line === "=") return "-".repeat(columns);
  if (line.startsWith("^")) return line.slice(1).padStart(Math.floor((columns + line.length - 1) / 2));
  const [left = "", right = ""] = line.split("|");
  return right ? left.padEnd(columns - right.length) + right : left;
}

function printed(slip: Slip): Drawing {
  return (pen) => {
    pen.font = typeface(slip.face, 40);
    // Every font's column is stretched to the same width, as a print head's is.
    const stretch = 700 / columns / pen.measureText("0").width;
    slip.lines.forEach((line, i) => {
      pen.save();
      pen.translate(104, 60 + (i - slip.seen[0]) * row);
      const big = line.startsWith("!");
      pen.scale(stretch, big ? 1.25 : 1);
      const text = setLine(line.replace("!", ""));
      pen.fillText(text, 0, 0);
      if (big || slip.face === "Cutive Mono") pen.fillText(text, 1.2, 0);
      pen.restore();
    });
  };
}

// A thermal head has dead dots (pale columns) and heats unevenly; the paper fades in patches.
function thermal(slip: Slip, random: Random) {
  const bent = bendField(maskOf(scene, printed(slip)), { cellPx: 160, shiftPx: 1.6 }, random);
  const patches = cloudField(scene, { across: 190, octaves: 3 }, random);
  const heads = cloudField(scene, { across: 5, down: 4000, octaves: 1 }, random);
  const grain = cloudField(scene, { across: 2.2, octaves: 1 }, random);
  return mapField(bent, (ink, x, y) => {
    const i = y * scene.width + x;
    const heat = 0.92 + (patches.values[i] ?? 0) * 0.12 - Math.max((heads.values[i] ?? 0) - 0.9, 0) * 0.5;
    return ink * Math.min(Math.max(heat + (grain.values[i] ?? 0) * 0.08, 0.35), 1);
  });
}

export function drawReceipt(slip: Slip, random: Random): Raster {
  const height = (slip.seen[1] - slip.seen[0] + 1) * row + 36;
  const sheet = paper(scene, slip.scan ? "#eeeeee" : "#e6e4de", slip.scan ? 0.1 : 0.8, random);
  layInk(sheet.raster, blurField(thermal(slip, random), 0.7), slip.ink ?? "#2c2c34", 0.92);
  const frame = { x: 66, y: 6, width: 770, height };
  if (slip.scan) {
    const flat = {
      yaw: 0,
      pitch: 0,
      slope: 0.05,
      vignette: 0,
      noise: 0.012,
      warmth: 0,
      exposure: 1.15,
      motionPx: 0,
    };
    return grey(
      photograph(lightSurface(sheet), frame, 440, random, {
        ...flat,
        rollDeg: random.between(-1.4, 1.4),
        ...slip.wish,
      }),
    );
  }
  const photo = onTable(lightSurface(sheet), random);
  return photograph(photo, frame, random.whole(390, 460), random, {
    slope: 0.45,
    vignette: 0.3,
    ...slip.wish,
  });
}

/** The slip's edges lie left and right on a table. */
function onTable(slip: Raster, random: Random): Raster {
  const table = boards(
    scene,
    { colour: random.pick(["#6b4a2f", "#3d3a38", "#8a6a48"]), widthPx: 900 },
    random,
  );
  const inside = blurField(
    maskOf(scene, (pen) => {
      const lean = random.between(-10, 10);
      pen.beginPath();
      pen.moveTo(76 + lean, -10);
      pen.lineTo(832 + lean, -10);
      pen.lineTo(832 - lean, scene.height + 10);
      pen.lineTo(76 - lean, scene.height + 10);
      pen.fill();
    }),
    0.8,
  );
  castShadow(table, inside, { distancePx: 8, softPx: 7, strength: 0.65 });
  const under = lightSurface(table, 0.1);
  const rgb = under.rgb.map((value, i) => {
    const cover = inside.values[Math.floor(i / 3)] ?? 0;
    return value + ((slip.rgb[i] ?? 0) - value) * cover;
  });
  return { ...filledRaster(scene, "#000000"), rgb };
}

function grey(picture: Raster): Raster {
  for (let i = 0; i < picture.rgb.length; i += 3) picture.rgb.fill(picture.rgb[i + 1] ?? 0, i, i + 3);
  return picture;
}
