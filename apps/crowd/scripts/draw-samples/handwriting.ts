import { bendField, blurField, cloudField, type Drawing, type Field, mapField, maskOf, type Pen } from "./field";
import { cardboard, paper, plastic } from "./materials";
import { photograph, type Shot } from "./photograph";
import type { Random } from "./random";
import { layDrawing, layInk, shade } from "./raster";
import type { Encoding, Hints, Recipe } from "./recipe";
import { castShadow, lightSurface, type Surface } from "./surface";
import { type Typeface, typeface } from "./typefaces";

const scene = { width: 900, height: 420 };

interface Tool {
  colour: string;
  opacity: number;
  /** How uneven it lays its colour: a pencil or chalk catches on the ground, a felt tip covers. */
  grain: number;
  softPx: number;
  boldPx: number;
}

const ballpoint: Tool = { colour: "#1c2f80", opacity: 0.86, grain: 0.16, softPx: 0.6, boldPx: 1.6 };
const blackPen: Tool = { colour: "#17171c", opacity: 0.9, grain: 0.1, softPx: 0.6, boldPx: 2 };
const pencil: Tool = { colour: "#45464a", opacity: 0.78, grain: 0.5, softPx: 0.8, boldPx: 1.8 };
const feltTip: Tool = { colour: "#15151a", opacity: 0.94, grain: 0.05, softPx: 0.9, boldPx: 5 };
const redMarker: Tool = { colour: "#a8161e", opacity: 0.85, grain: 0.12, softPx: 0.9, boldPx: 6 };
const blueMarker: Tool = { colour: "#17459e", opacity: 0.82, grain: 0.16, softPx: 0.9, boldPx: 6 };
const chalk: Tool = { colour: "#e8e6df", opacity: 0.8, grain: 0.75, softPx: 0.7, boldPx: 4 };

/** Letter by letter, each a little off the line, turned and sized by the hand. */
function written(text: string, face: Typeface, sizePx: number, tool: Tool, random: Random): Drawing {
  return (pen) => {
    pen.font = typeface(face, sizePx);
    pen.lineWidth = tool.boldPx;
    pen.lineJoin = "round";
    const lean = random.between(-0.03, 0.02);
    pen.translate((scene.width - pen.measureText(text).width) / 2, 250);
    pen.rotate(lean);
    // Joined scripts must keep their joins, so those letters move only with the bend that comes later.
    if (face === "Cedarville Cursive" || face === "Caveat") return stroke(pen, text);
    for (const sign of text) {
      pen.save();
      pen.translate(0, random.normal() * sizePx * 0.018);
      pen.rotate(random.normal() * 0.025);
      const scale = 1 + random.normal() * 0.025;
      pen.scale(scale, scale);
      stroke(pen, sign);
      pen.restore();
      pen.translate(pen.measureText(sign).width + random.normal() * 1.2, 0);
    }
  };
}

function stroke(pen: Pen, text: string): void {
  pen.fillText(text, 0, 0);
  pen.strokeText(text, 0, 0);
}

function inked(text: string, face: Typeface, sizePx: number, tool: Tool, random: Random): Field {
  const drawn = maskOf(scene, written(text, face, sizePx, tool, random));
  const bent = bendField(bendField(drawn, { cellPx: 70, shiftPx: 5 }, random), { cellPx: 18, shiftPx: 0.9 }, random);
  const pressure = cloudField(scene, { across: 60, octaves: 2 }, random);
  const tooth = cloudField(scene, { across: 3, octaves: 2 }, random);
  return blurField(
    mapField(bent, (value, x, y) => {
      const i = y * scene.width + x;
      const cover = 1 + (pressure.values[i] ?? 0) * 0.12 - Math.max((tooth.values[i] ?? 0) + 0.2, 0) * tool.grain;
      return value * Math.min(Math.max(cover, 0), 1);
    }),
    tool.softPx,
  );
}

type Ground = (random: Random) => Surface;

function ruled(colour: string, line: string, stepPx: number, squared = false): Ground {
  return (random) => {
    const sheet = paper(scene, colour, 0.35, random);
    layDrawing(sheet.raster, (pen) => {
      pen.strokeStyle = line;
      pen.lineWidth = 2;
      const from = 256 - Math.floor(256 / stepPx) * stepPx;
      for (let y = from; y < scene.height; y += stepPx) pen.strokeRect(-5, y, scene.width + 10, 0.01);
      if (squared) for (let x = 12; x < scene.width; x += stepPx) pen.strokeRect(x, -5, 0.01, scene.height + 10);
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
    shade(desk.raster, mapField(note, (value, _, y) => value * (y / scene.height - 0.4)), 0.16);
    return desk;
  };
}

function whiteboard(random: Random): Surface {
  const board = plastic(scene, "#dfe2e3", 0.02, random);
  // What was written before and wiped off.
  const wiped = blurField(bendField(maskOf(scene, written("Tuesday plan", "Gochi Hand", 170, blueMarker, random)), { cellPx: 60, shiftPx: 9 }, random), 7);
  layInk(board.raster, wiped, "#3e5078", 0.12);
  shade(board.raster, cloudField(scene, { across: 200, down: 60, octaves: 4 }, random), 0.03);
  return board;
}

function blackboard(random: Random): Surface {
  const board = plastic(scene, "#2c3a34", 0.12, random);
  layInk(board.raster, mapField(cloudField(scene, { across: 170, down: 46, octaves: 5 }, random), (cloud) => Math.max(0, cloud + 0.5) * 0.11), "#cfd2cc");
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
  const encoding: Encoding = look.scan ? { as: "png", colours: 24 } : { as: "jpg", quality: 62 };
  const flat: Partial<Shot> = { yaw: 0, pitch: 0, slope: 0.04, vignette: 0, noise: 0.01, exposure: 1.2, warmth: 0, motionPx: 0 };
  return {
    truth: look.truth,
    ...(look.hints && { hints: look.hints }),
    encoding,
    draw(random) {
      const ground = look.ground(random);
      layInk(ground.raster, inked(look.truth, look.face, look.sizePx, look.tool, random), look.tool.colour, look.tool.opacity);
      const width = Math.min(look.truth.length * look.sizePx * 0.47 + 240, 860);
      const frame = { x: 450 - width / 2, y: 70, width, height: 290 };
      return photograph(lightSurface(ground, 0.05), frame, random.whole(330, 430), random, look.scan ? flat : { slope: 0.35, ...look.wish });
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
  note({ truth: "harvest", face: "Kalam", sizePx: 130, tool: blackPen, ground: exercise, wish: { shadow: "edge" } }),
  note({ truth: "Newcastle", face: "Gochi Hand", sizePx: 140, tool: pencil, ground: squares }),
  note({ truth: "umbrella", face: "Reenie Beanie", sizePx: 180, tool: feltTip, ground: sticky("#f3e27a") }),
  note({ truth: "Thursday", face: "Cedarville Cursive", sizePx: 120, tool: ballpoint, ground: envelope }),
  note({ truth: "fragment", face: "Gochi Hand", sizePx: 140, tool: blueMarker, ground: whiteboard }),
  note({ truth: "potatoes", face: "Kalam", sizePx: 130, tool: chalk, ground: blackboard }),
  note({ truth: "call mother", face: "Caveat", sizePx: 150, tool: ballpoint, ground: sticky("#f0a9bd"), hints: words }),
  note({ truth: "Fragile", face: "Permanent Marker", sizePx: 120, tool: feltTip, ground: parcel, wish: { shadow: "edge" } }),
  note({ truth: "blue bicycle", face: "Kalam", sizePx: 110, tool: pencil, ground: squares, hints: words, scan: true }),
  note({ truth: "Katherine", face: "Reenie Beanie", sizePx: 180, tool: ballpoint, ground: exercise, scan: true }),
  note({ truth: "budget", face: "Permanent Marker", sizePx: 130, tool: redMarker, ground: whiteboard, wish: { slope: 0.5 } }),
  note({ truth: "soup", face: "Permanent Marker", sizePx: 150, tool: chalk, ground: blackboard }),
  note({ truth: "4729 63", face: "Gochi Hand", sizePx: 150, tool: ballpoint, ground: sticky("#bfe08a"), hints: { textinstructions: "Type the number, with its space" } }),
];
