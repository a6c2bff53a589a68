import { drawDialMeter, drawWheelMeter } from "./counter-wheels";
import { blurField, type Drawing, maskOf, type Pen } from "./field";
import { brushedMetal, plastic } from "./materials";
import { photograph, type Shot } from "./photograph";
import type { Random } from "./random";
import { addLight, layDrawing, layInk } from "./raster";
import type { Hints, Recipe } from "./recipe";
import { drawSegments, type SegmentStyle, segmentsWidth } from "./seven-segments";
import { castShadow, lightSurface, polish, raise, type Surface } from "./surface";
import { typeface } from "./typefaces";

const scene = { width: 860, height: 480 };
const glass = { x: 190, y: 140, width: 480, height: 190 };
const wide = { x: 88, y: 32, width: 740, height: 390 };
const digits: SegmentStyle = { widthPx: 56, heightPx: 112, thickPx: 13 };

const round = (box: { x: number; y: number; width: number; height: number }, radius: number): Drawing => {
  return (pen) => {
    pen.beginPath();
    pen.roundRect(box.x, box.y, box.width, box.height, radius);
    pen.fill();
  };
};

function print(pen: Pen, text: string, x: number, y: number, sizePx: number, colour: string): void {
  pen.fillStyle = colour;
  pen.font = typeface("Overpass", sizePx);
  pen.fillText(text, x, y);
}

interface Housing {
  colour: string;
  print: string;
  maker: string;
  model: string;
  unit: string;
  metal?: boolean;
}

function housing(look: Housing, random: Random): Surface {
  const box = look.metal
    ? brushedMetal(scene, look.colour, 0.12, random)
    : plastic(scene, look.colour, 0.22, random);
  const bezel = { x: glass.x - 22, y: glass.y - 22, width: glass.width + 44, height: glass.height + 44 };
  polish(box, maskOf(scene, round(bezel, 26)));
  raise(box, maskOf(scene, round(bezel, 26)), 8, 4);
  raise(box, maskOf(scene, round(glass, 10)), -12, 2.5);
  layDrawing(box.raster, (pen) => {
    print(pen, look.maker, glass.x - 10, 78, 38, look.print);
    print(pen, look.model, glass.x + 300, 78, 20, look.print);
    print(pen, look.unit, glass.x + glass.width + 40, 300, 34, look.print);
    print(pen, "230 V   50 Hz   5(60) A", glass.x - 10, 400, 20, look.print);
    pen.fillStyle = look.print;
    for (let bar = 0, x = 480; bar < 34; bar++) {
      const wide = random.pick([2, 2, 4, 6]);
      pen.fillRect(x, 384, wide, 34);
      x += wide + random.pick([2, 3, 5]);
    }
  });
  return box;
}

/** What the glass mirrors: a window's slanted light. */
function reflect(box: Surface, random: Random, strength: number): void {
  const slant = random.between(40, 340);
  const pane = maskOf(scene, (pen) => {
    pen.beginPath();
    pen.rect(glass.x, glass.y, glass.width, glass.height);
    pen.clip();
    pen.beginPath();
    pen.moveTo(glass.x + slant, glass.y);
    pen.lineTo(glass.x + slant + 90, glass.y);
    pen.lineTo(glass.x + slant - 10, glass.y + glass.height);
    pen.lineTo(glass.x + slant - 100, glass.y + glass.height);
    pen.fill();
  });
  addLight(box.raster, blurField(pane, 3), "#e8f0ff", strength);
}

function lcd(
  look: Housing,
  reading: string,
  tint: string,
  wish: Partial<Shot> = {},
): (random: Random) => ReturnType<typeof photograph> {
  return (random) => {
    const box = housing(look, random);
    layInk(box.raster, maskOf(scene, round(glass, 10)), tint);
    const left = glass.x + glass.width - 34 - segmentsWidth(reading, digits);
    const at = (dx: number, dy: number, ghost = false) =>
      maskOf(scene, (pen) => {
        pen.translate(left + dx, glass.y + 40 + dy);
        drawSegments(pen, reading, digits, ghost);
      });
    layInk(box.raster, at(0, 0, true), "#20261c", 0.07);
    // The liquid crystal floats above its mirror, so each segment throws a faint second one.
    layInk(box.raster, blurField(at(4, 5), 1.5), "#20261c", 0.22);
    layInk(box.raster, at(0, 0), "#171b15", 0.9);
    castShadow(
      box,
      maskOf(scene, (pen) => pen.fillRect(glass.x, glass.y - 12, glass.width, 12)),
      { distancePx: 6, softPx: 5, strength: 0.4 },
    );
    reflect(box, random, 0.1);
    return photograph(lightSurface(box, 0.35), wide, random.whole(400, 500), random, { slope: 0.4, ...wish });
  };
}

function led(
  look: Housing,
  reading: string,
  colour: string,
  wish: Partial<Shot> = {},
): (random: Random) => ReturnType<typeof photograph> {
  return (random) => {
    const box = housing(look, random);
    layInk(box.raster, maskOf(scene, round(glass, 10)), "#0d0a0b");
    const raster = lightSurface(box, 0.35);
    const left = glass.x + glass.width / 2 - segmentsWidth(reading, digits) / 2;
    const tubes = (ghost: boolean) =>
      maskOf(scene, (pen) => {
        pen.translate(left, glass.y + 40);
        drawSegments(pen, reading, digits, ghost);
      });
    addLight(raster, tubes(true), "#ffffff", 0.006);
    addLight(raster, tubes(false), colour, 1.1);
    addLight(raster, blurField(tubes(false), 3), "#ffffff", 0.12);
    addLight(raster, blurField(tubes(false), 16), colour, 0.5);
    reflect({ ...box, raster }, random, 0.035);
    return photograph(raster, wide, random.whole(380, 480), random, {
      exposure: 0.85,
      noise: 0.024,
      ...wish,
    });
  };
}

const grey: Housing = {
  colour: "#c9cac6",
  print: "#2a2d30",
  maker: "Nordwatt",
  model: "EM-340",
  unit: "kWh",
};
const cream: Housing = {
  colour: "#d8d2c0",
  print: "#3a2f28",
  maker: "THERMA",
  model: "T7 heat meter",
  unit: "MWh",
};
const black: Housing = { colour: "#2a2b2e", print: "#d9d9d4", maker: "Kelvin", model: "PT-90", unit: "°C" };
const steel: Housing = {
  colour: "#9a9c9d",
  print: "#202224",
  maker: "BALTA",
  model: "max 60 kg",
  unit: "kg",
  metal: true,
};

function meter(reading: string, hints: Hints, draw: Recipe["draw"]): Recipe {
  return { truth: reading, hints, encoding: { as: "jpg", quality: 64 }, draw };
}

const whole: Hints = { numeric: 1, textinstructions: "Type the meter reading, digits only" };
const point: Hints = { textinstructions: "Type the number on the display, with its point" };
const blackOnly: Hints = { numeric: 1, textinstructions: "Type the black wheels only, with leading zeros" };
const allWheels: Hints = { numeric: 1, textinstructions: "Type all the wheels, with leading zeros" };

export const meters: readonly Recipe[] = [
  meter("48263", whole, lcd(grey, "48263", "#9fa98c")),
  meter("6739.4", point, lcd(cream, "6739.4", "#b1b59c", { shadow: "edge" })),
  meter("73952", whole, lcd({ ...grey, maker: "Voltin", model: "V3-D" }, "73952", "#8d9a85", { yaw: 0.16 })),
  meter("24.85", point, lcd(steel, "24.85", "#a5b29c")),
  meter("68.3", point, led(black, "68.3", "#ff1808")),
  meter(
    "247.6",
    point,
    led({ ...black, maker: "AQUIS", model: "flow", unit: "l/min" }, "247.6", "#18ff50", { motionPx: 2 }),
  ),
  meter("9354", whole, led({ ...black, maker: "Kelvin", model: "counter", unit: "pcs" }, "9354", "#ffa010")),
  meter(
    "04827",
    blackOnly,
    drawDialMeter({ black: "04827", red: "396", rim: "#2e62a8", maker: "hydra", wish: {} }),
  ),
  meter(
    "00693",
    blackOnly,
    drawDialMeter({ black: "00693", red: "247", rim: "#b08a3c", maker: "Fontana", wish: { shadow: "edge" } }),
  ),
  meter(
    "27384",
    blackOnly,
    drawDialMeter({ black: "27384", red: "96", rim: "#8c2f2f", maker: "calda", wish: { yaw: 0.15 } }),
  ),
  meter(
    "52947",
    blackOnly,
    drawWheelMeter({ black: "52947", red: "3", unit: "kWh", maker: "Isar & Holm", wish: {} }),
  ),
  meter(
    "068324",
    allWheels,
    drawWheelMeter({ black: "068324", red: "", unit: "kWh", maker: "Nordwatt", wish: { shadow: "edge" } }),
  ),
  meter(
    "39476",
    blackOnly,
    drawWheelMeter({ black: "39476", red: "285", unit: "m³", maker: "GASCO 4", wish: { motionPx: 2.5 } }),
  ),
];
