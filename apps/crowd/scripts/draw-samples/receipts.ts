import { bendField, blurField, cloudField, type Drawing, mapField, maskOf } from "./field";
import { boards, paper } from "./materials";
import { photograph, type Shot } from "./photograph";
import type { Random } from "./random";
import { filledRaster, layInk, type Raster } from "./raster";
import type { Encoding, Recipe } from "./recipe";
import { castShadow, lightSurface } from "./surface";
import { type Typeface, typeface } from "./typefaces";

interface Slip {
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

function drawReceipt(slip: Slip, random: Random): Raster {
  const height = (slip.seen[1] - slip.seen[0] + 1) * row + 36;
  const sheet = paper(scene, slip.scan ? "#eeeeee" : "#e6e4de", slip.scan ? 0.1 : 0.8, random);
  layInk(sheet.raster, blurField(thermal(slip, random), 0.7), slip.ink ?? "#2c2c34", 0.92);
  const frame = { x: 66, y: 6, width: 770, height };
  if (slip.scan) {
    const flat = { yaw: 0, pitch: 0, slope: 0.05, vignette: 0, noise: 0.012, warmth: 0, exposure: 1.15, motionPx: 0 };
    return grey(photograph(lightSurface(sheet), frame, 440, random, { ...flat, rollDeg: random.between(-1.4, 1.4), ...slip.wish }));
  }
  const photo = onTable(lightSurface(sheet), random);
  return photograph(photo, frame, random.whole(390, 460), random, { slope: 0.45, vignette: 0.3, ...slip.wish });
}

/** The slip's edges lie left and right on a table. */
function onTable(slip: Raster, random: Random): Raster {
  const table = boards(scene, { colour: random.pick(["#6b4a2f", "#3d3a38", "#8a6a48"]), widthPx: 900 }, random);
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

function receipt(slip: Slip): Recipe {
  const encoding: Encoding = slip.scan ? { as: "png", colours: 12 } : { as: "jpg", quality: 60 };
  return { truth: slip.truth, hints: { textinstructions: slip.ask }, encoding, draw: (random) => drawReceipt(slip, random) };
}

const grocery = ["^CORNER GROCERY", "^12 Harbour St", "", "Milk 1L|1.29", "Rye bread|2.65", "Apples 1.24 kg|3.47", "Coffee beans|6.95", "=", "!TOTAL|14.36", "CASH|20.00", "CHANGE|5.64", "", "2026-03-14  17:42"];
const cafe = ["^Cafe Linnea", "=", "2 x Flat white|7.80", "1 x Cinnamon bun|3.60", "1 x Sparkling water|2.90", "=", "Subtotal|14.30", "Service 10%|1.43", "!AMOUNT DUE|15.73", "Card ************7294", "^Thank you!"];
const fuel = ["^MERIDIAN FUEL 27", "Pump|4", "Unleaded 95", "Litres|38.74", "Price per litre|1.649", "=", "!TOTAL EUR|63.88", "VAT 21% incl.|11.09", "Receipt|0037265", "2026-02-09  08:23"];
const parking = ["^CITY PARK LEVEL 3", "Ticket|574 829", "Entry|09:36", "Exit|14:52", "Duration|5 h 16 min", "=", "!PAID|13.50", "^Drive safely"];
const pharmacy = ["^LINDEN PHARMACY", "Plasters 20 pcs|3.79", "Vitamin D drops|8.45", "Hand cream|4.95", "=", "!TO PAY|17.19", "VISA|17.19", "Auth code|627394", "^Get well soon"];
const hardware = ["^HOLM & SONS HARDWARE", "Wood screws 4x40|5.49", "Masking tape|3.25", "Paint brush 50mm|6.75", "Sandpaper set|4.83", "=", "!TOTAL|20.32", "Items|4", "Cashier|Petra"];

export const receipts: readonly Recipe[] = [
  receipt({ lines: grocery, truth: "14.36", ask: "Type the total", face: "Share Tech Mono", seen: [3, 10] }),
  receipt({ lines: cafe, truth: "15.73", ask: "Type the amount due", face: "VT323", seen: [3, 9], wish: { shadow: "edge" } }),
  receipt({ lines: fuel, truth: "63.88", ask: "Type the total", face: "Cutive Mono", seen: [3, 8], ink: "#2d2b52" }),
  receipt({ lines: parking, truth: "14:52", ask: "Type the exit time", face: "VT323", seen: [0, 6] }),
  receipt({ lines: pharmacy, truth: "17.19", ask: "Type the amount to pay", face: "Share Tech Mono", seen: [1, 6], wish: { rollDeg: 4 } }),
  receipt({ lines: hardware, truth: "20.32", ask: "Type the total", face: "Cutive Mono", seen: [2, 8] }),
  receipt({ lines: grocery, truth: "5.64", ask: "Type the change", face: "VT323", seen: [7, 12], scan: true }),
  receipt({ lines: cafe, truth: "7294", ask: "Type the last four digits of the card", face: "Share Tech Mono", seen: [6, 10], scan: true }),
  receipt({ lines: fuel, truth: "38.74", ask: "Type the litres", face: "Share Tech Mono", seen: [1, 6], wish: { motionPx: 3 } }),
  receipt({ lines: parking, truth: "574829", ask: "Type the ticket number without the space", face: "Share Tech Mono", seen: [0, 3], scan: true }),
  receipt({ lines: pharmacy, truth: "627394", ask: "Type the auth code", face: "Cutive Mono", seen: [2, 8], wish: { shadow: "edge" } }),
  receipt({ lines: hardware, truth: "6.75", ask: "Type the price of the paint brush", face: "VT323", seen: [1, 6] }),
  receipt({ lines: grocery, truth: "3.47", ask: "Type the price of the apples", face: "Share Tech Mono", seen: [2, 8], wish: { warmth: 0.16 } }),
];
