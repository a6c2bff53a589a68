import { carved, cast, type Enamel, enamel, painted, scene, tiles } from "./house-fronts";
import { boards, bricks, plaster, plastic } from "./materials";
import { photograph, type Shot } from "./photograph";
import type { Random } from "./random";
import type { Hints, Recipe } from "./recipe";
import { lightSurface, type Surface } from "./surface";

const redBrick = { width: 190, height: 62, colour: "#8e4632", mortar: "#a79c8b" };

const yellowBrick = { width: 180, height: 58, colour: "#b59a6a", mortar: "#8d867a" };

const digitsOnly: Hints = { numeric: 1 };

function house(
  truth: string,
  surface: (random: Random) => Surface,
  more: { hints?: Hints; shine?: number; wish?: Partial<Shot> } = {},
): Recipe {
  return {
    truth,
    ...(more.hints && { hints: more.hints }),
    encoding: { as: "jpg", quality: 58 },
    draw(random) {
      const frame = { x: 110, y: 100, width: 580, height: 400 };
      return photograph(
        lightSurface(surface(random), more.shine ?? 0.25),
        frame,
        random.whole(300, 380),
        random,
        {
          yaw: random.between(-0.1, 0.1),
          pitch: random.between(-0.1, 0.04),
          ...more.wish,
        },
      );
    },
  };
}

const blueOnBrick: Enamel = {
  wall: (r) => bricks(scene, redBrick, r),
  ground: "#1d3f8f",
  ink: "#f1f1ea",
  face: "Overpass",
  width: 400,
};

const whiteOnPlaster: Enamel = {
  wall: (r) => plaster(scene, "#c9b99a", r),
  ground: "#ecebe2",
  ink: "#1a1c20",
  face: "Playfair Display",
  width: 420,
};

const greenOnBrick: Enamel = {
  wall: (r) => bricks(scene, yellowBrick, r),
  ground: "#1e5a3e",
  ink: "#f0e9d2",
  face: "Alfa Slab One",
  width: 450,
};

const blueOnPlaster: Enamel = { ...blueOnBrick, wall: (r) => plaster(scene, "#b7b3ab", r), width: 440 };

export const houseNumbers: readonly Recipe[] = [
  house("27", (r) => enamel("27", blueOnBrick, r), { hints: digitsOnly, shine: 0.9 }),
  house("148", (r) => enamel("148", whiteOnPlaster, r), {
    hints: digitsOnly,
    shine: 0.7,
    wish: { shadow: "leaves" },
  }),
  house("36", (r) => enamel("36", greenOnBrick, r), { shine: 0.8 }),
  house("94", (r) => enamel("94", blueOnPlaster, r), { shine: 0.9, wish: { shadow: "edge" } }),
  house("263", (r) => painted("263", bricks(scene, redBrick, r), "#e9e6dc", "Stardos Stencil", r), {
    hints: digitsOnly,
  }),
  house("75", (r) => painted("75", bricks(scene, yellowBrick, r), "#20242a", "Gochi Hand", r), {
    hints: digitsOnly,
  }),
  house(
    "42",
    (r) =>
      cast(
        "42",
        boards(scene, { colour: "#274a3c", widthPx: 210, upright: true }, r),
        { metal: "#c29a46", face: "Playfair Display", offPx: 7 },
        r,
      ),
    { shine: 0.9 },
  ),
  house(
    "359",
    (r) =>
      cast(
        "359",
        boards(scene, { colour: "#7a4f2e", widthPx: 150 }, r),
        { metal: "#a7a9aa", face: "Barlow Condensed", offPx: 11 },
        r,
      ),
    { hints: digitsOnly, shine: 0.6 },
  ),
  house(
    "83",
    (r) => cast("83", plaster(scene, "#dad6cc", r), { metal: "#26282b", face: "Overpass", offPx: 24 }, r),
    { wish: { slope: 0.4 } },
  ),
  house(
    "276",
    (r) => cast("276", plaster(scene, "#8f9a94", r), { metal: "#b5b7b6", face: "Overpass", offPx: 20 }, r),
    { shine: 0.6, wish: { shadow: "leaves" } },
  ),
  house("64", (r) => tiles("64", plaster(scene, "#d8c8a8", r), r), { shine: 0.9 }),
  house("538", (r) => tiles("538", bricks(scene, redBrick, r), r), {
    hints: digitsOnly,
    shine: 0.8,
    wish: { shadow: "edge" },
  }),
  house("97", (r) => carved("97", bricks(scene, yellowBrick, r), r)),
  house(
    "47A",
    (r) =>
      cast(
        "47A",
        plastic(scene, "#1f2226", 0.4, r),
        { metal: "#d6cfa8", face: "Barlow Condensed", offPx: 3 },
        r,
      ),
    { hints: { numeric: 4, textinstructions: "House number with its letter" } },
  ),
];
