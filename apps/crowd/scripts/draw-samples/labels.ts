import { jetted } from "./dot-matrix";
import { chipLid, curved, stamped, stencilled } from "./marked-goods";
import { boards, brushedMetal, cardboard, paper, plastic } from "./materials";
import { type Frame, photograph, type Shot } from "./photograph";
import type { Random } from "./random";
import type { Hints, Recipe } from "./recipe";
import { embossedTape, scene, thermalLabel } from "./stuck-labels";
import { lightSurface, type Surface } from "./surface";

interface Look {
  quality?: number;
  shine?: number;
  hints?: Hints;
  frame?: Frame;
  wish?: Partial<Shot>;
}

function label(truth: string, surface: (random: Random) => Surface, look: Look = {}): Recipe {
  return {
    truth,
    ...(look.hints && { hints: look.hints }),
    encoding: { as: "jpg", quality: look.quality ?? 64 },
    draw(random) {
      const frame = look.frame ?? { x: 80, y: 30, width: 660, height: 340 };
      return photograph(
        lightSurface(surface(random), look.shine ?? 0.3),
        frame,
        random.whole(380, 480),
        random,
        look.wish,
      );
    },
  };
}

const strip = { x: 100, y: 90, width: 620, height: 220 };

const serial: Hints = { textinstructions: "Type the serial number" };

const lower: Hints = { textinstructions: "Type the large number with its dashes" };

export const labels: readonly Recipe[] = [
  label(
    "7K4-93XM-26",
    (r) => thermalLabel("SERIAL NO.", "7K4-93XM-26", plastic(scene, "#3a3d42", 0.25, r), r),
    { hints: serial },
  ),
  label("HN-4837-62", (r) => thermalLabel("PARCEL", "HN-4837-62", cardboard(scene, r), r), {
    hints: lower,
    wish: { shadow: "edge" },
  }),
  label("R96-3742-KT", (r) => thermalLabel("TRACKING", "R96-3742-KT", cardboard(scene, r), r), {
    hints: lower,
    wish: { rollDeg: -5 },
  }),
  label("47 3926", (r) => stamped("SERIAL No.", "47 3926", "#b4b5b3", r), { hints: serial, shine: 0.5 }),
  label("KM 7943", (r) => stamped("MOTOR TYPE", "KM 7943", "#b79a5c", r), {
    shine: 0.5,
    wish: { shadow: "edge" },
  }),
  label("H3 6274", (r) => stamped("FRAME No.", "H3 6274", "#8d9092", r), {
    shine: 0.6,
    wish: { motionPx: 2 },
  }),
  label(
    "SPARE KEYS",
    (r) => embossedTape("SPARE KEYS", "#9c1d20", boards(scene, { colour: "#8a6a48", widthPx: 900 }, r), r),
    { frame: { x: 20, y: 70, width: 780, height: 260 }, hints: { phrase: 1 } },
  ),
  label("PUMP 4", (r) => embossedTape("PUMP 4", "#1b1d20", plastic(scene, "#a8aba8", 0.25, r), r), {
    frame: strip,
    shine: 0.5,
  }),
  label("FUSE 27", (r) => embossedTape("FUSE 27", "#1c4a96", brushedMetal(scene, "#9c9e9e", 0.1, r), r), {
    frame: strip,
    shine: 0.4,
  }),
  label(
    "26.07.2028",
    (r) => jetted(["EXP", "26.07.2028"], curved(plastic(scene, "#d8dadb", 0, r)), "#16181c", r),
    { hints: { textinstructions: "Type the date as printed" }, frame: strip },
  ),
  label("L3674", (r) => jetted(["L3674"], curved(plastic(scene, "#2d5a36", 0, r)), "#e8e6dc", r), {
    frame: { ...strip, y: 50 },
    shine: 0.5,
  }),
  label("TX7463", (r) => chipLid(["NORDIC SEMI", "TX7463", "2438 PHL"], r), {
    hints: { textinstructions: "Type the middle line" },
  }),
  label("CARGO 47", (r) =>
    stencilled("CARGO 47", boards(scene, { colour: "#a9895c", widthPx: 150 }, r), "#17150f", r),
  ),
  label("NR 263", (r) => stencilled("NR 263", plastic(scene, "#56603f", 0.3, r), "#e3dfc8", r), {
    wish: { shadow: "leaves" },
  }),
  label("E-4729", (r) => thermalLabel("ASSET TAG", "E-4729", paper(scene, "#c9b48c", 0.3, r), r), {
    hints: { textinstructions: "Type the asset tag" },
  }),
];
