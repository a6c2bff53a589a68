import { bendField, blurField, cloudField, mapField, maskOf } from "./field";
import {
  ballpoint,
  blackPen,
  blueMarker,
  chalk,
  feltTip,
  inked,
  pencil,
  redMarker,
  scene,
  type Tool,
  written,
} from "./handwritten-ink";
import { cardboard, paper, plastic } from "./materials";
import { photograph, type Shot } from "./photograph";
import type { Random } from "./random";
import { layDrawing, layInk, shade } from "./raster";
import type { Encoding, Hints, Recipe } from "./recipe";
import { castShadow, lightSurface, type Surface } from "./surface";
import type { Typeface } from "./typefaces";

type Ground = (random: Random) => Surface;

function ruled(colour: string, line: string, stepPx: number, squared = false): Ground {
  return (random) => {
    const sheet = paper(scene, colour, 0.35, random);
    layDrawing(sheet.raster, (pen) => {
      pen.strokeStyle = line;
      pen.lineWidth = 2;
      const from = 256 - Math.floor(256 / stepPx) * stepPx;
      for (let y = from; y < scene.height; y += stepPx) pen.strokeRect(-5, y, scene.width + 10, 0.01);
      if (squared)
        for (let x = 12; x < scene.width; x += stepPx) pen.strokeRect(x, -5, 0.01, scene.height + 10);
      if (squared) return;
      pen.strokeStyle = "rgba(200,60,70,.55)";
      pen.strokeRect(88, -5, 0.01, scene.height + 10);
    });
    return sheet;
  };
}

/** A sticky note on a desk, its lower edge lifting. */
function sticky(colour: string): Ground {
  return (random) => {
    const desk = plastic(scene, random.pick(["#5a4a3c", "#33373c", "#a9a59c"]), 0.1, random);
    const note = maskOf(scene, (pen) => {
      pen.rotate(random.between(-0.02, 0.02));
      pen.fillRect(120, 24, 660, 372);
    });
    castShadow(desk, note, { distancePx: 12, softPx: 12, strength: 0.55 });
    layInk(desk.raster, note, colour);
    shade(
      desk.raster,
      mapField(note, (value, _, y) => value * (y / scene.height - 0.4)),
      0.16,
    );
    return desk;
  };
}

function whiteboard(random: Random): Surface {
  const board = plastic(scene, "#dfe2e3", 0.02, random);
  // What was written before and wiped off.
  const wiped = blurField(
    bendField(
      maskOf(scene, written("Tuesday plan", "Gochi Hand", 170, blueMarker, random)),
      { cellPx: 60, shiftPx: 9 },
      random,
    ),
    7,
  );
  layInk(board.raster, wiped, "#3e5078", 0.12);
  shade(board.raster, cloudField(scene, { across: 200, down: 60, octaves: 4 }, random), 0.03);
  return board;
}

function blackboard(random: Random): Surface {
  const board = plastic(scene, "#2c3a34", 0.12, random);
  layInk(
    board.raster,
    mapField(
      cloudField(scene, { across: 170, down: 46, octaves: 5 }, random),
      (cloud) => Math.max(0, cloud + 0.5) * 0.05,
    ),
    "#cfd2cc",
  );
  return board;
}

interface Note {
  truth: string;
  face: Typeface;
  sizePx: number;
  tool: Tool;
  ground: Ground;
  hints?: Hints;
  scan?: boolean;
  wish?: Partial<Shot>;
}

function note(look: Note): Recipe {
  const encoding: Encoding = look.scan ? { as: "png", colours: 16 } : { as: "jpg", quality: 62 };
  const flat: Partial<Shot> = {
    yaw: 0,
    pitch: 0,
    slope: 0.04,
    vignette: 0,
    noise: 0.006,
    exposure: 1.2,
    warmth: 0,
    motionPx: 0,
  };
  return {
    truth: look.truth,
    ...(look.hints && { hints: look.hints }),
    encoding,
    draw(random) {
      const ground = look.ground(random);
      layInk(
        ground.raster,
        inked(look.truth, look.face, look.sizePx, look.tool, random),
        look.tool.colour,
        look.tool.opacity,
      );
      const width = Math.min(look.truth.length * look.sizePx * 0.47 + 240, 860);
      const frame = { x: 450 - width / 2, y: 60, width, height: 310 };
      return photograph(
        lightSurface(ground, 0.05),
        frame,
        random.whole(400, 500),
        random,
        look.scan ? flat : { slope: 0.35, ...look.wish },
      );
    },
  };
}

const words: Hints = { phrase: 1 };

const exercise = ruled("#edece6", "rgba(90,130,190,.5)", 62);

const squares = ruled("#e9ebe8", "rgba(90,140,170,.42)", 44, true);

const envelope: Ground = (random) => paper(scene, "#e2d8c2", 0.25, random);

const parcel: Ground = (random) => cardboard(scene, random);

export const handwriting: readonly Recipe[] = [
  note({ truth: "Margaret", face: "Caveat", sizePx: 170, tool: ballpoint, ground: exercise }),
  note({
    truth: "harvest",
    face: "Kalam",
    sizePx: 130,
    tool: blackPen,
    ground: exercise,
    wish: { shadow: "edge" },
  }),
  note({ truth: "Newcastle", face: "Gochi Hand", sizePx: 140, tool: pencil, ground: squares }),
  note({ truth: "umbrella", face: "Reenie Beanie", sizePx: 180, tool: feltTip, ground: sticky("#f3e27a") }),
  note({ truth: "Thursday", face: "Cedarville Cursive", sizePx: 120, tool: ballpoint, ground: envelope }),
  note({ truth: "fragment", face: "Gochi Hand", sizePx: 140, tool: blueMarker, ground: whiteboard }),
  note({ truth: "potatoes", face: "Kalam", sizePx: 130, tool: chalk, ground: blackboard }),
  note({
    truth: "call mother",
    face: "Caveat",
    sizePx: 150,
    tool: ballpoint,
    ground: sticky("#f0a9bd"),
    hints: words,
  }),
  note({
    truth: "FRAGILE",
    face: "Permanent Marker",
    sizePx: 120,
    tool: feltTip,
    ground: parcel,
    wish: { shadow: "edge" },
  }),
  note({
    truth: "blue bicycle",
    face: "Kalam",
    sizePx: 110,
    tool: pencil,
    ground: squares,
    hints: words,
    scan: true,
  }),
  note({
    truth: "Katherine",
    face: "Reenie Beanie",
    sizePx: 180,
    tool: ballpoint,
    ground: exercise,
    scan: true,
  }),
  note({
    truth: "BUDGET",
    face: "Permanent Marker",
    sizePx: 130,
    tool: redMarker,
    ground: whiteboard,
    wish: { slope: 0.5 },
  }),
  note({ truth: "SOUP", face: "Permanent Marker", sizePx: 150, tool: chalk, ground: blackboard }),
  note({
    truth: "4729 63",
    face: "Gochi Hand",
    sizePx: 150,
    tool: ballpoint,
    ground: sticky("#bfe08a"),
    hints: { textinstructions: "Type the number, with its space" },
  }),
];
