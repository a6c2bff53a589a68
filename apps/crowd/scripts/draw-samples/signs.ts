import { boards, bricks, plaster, plastic } from "./materials";
import { photograph, type Shot } from "./photograph";
import type { Random } from "./random";
import type { Raster } from "./raster";
import type { Hints, Recipe } from "./recipe";
import { chalked, fascia, ghostSign, hanging, neon, scene, streetSign } from "./sign-scenery";
import { lightSurface, type Surface } from "./surface";

interface Look {
  hints?: Hints;
  shine?: number;
  wish?: Partial<Shot>;
}

function sign(truth: string, scenery: (random: Random) => Raster | Surface, look: Look = {}): Recipe {
  return {
    truth,
    hints: { ...(truth.includes(" ") && { phrase: 1 }), ...look.hints },
    encoding: { as: "jpg", quality: 60 },
    draw(random) {
      const drawn = scenery(random);
      const lit = "raster" in drawn ? lightSurface(drawn, look.shine ?? 0.4) : drawn;
      const frame = { x: 45, y: 60, width: 810, height: 362 };
      return photograph(lit, frame, random.whole(380, 480), random, {
        yaw: random.between(-0.13, 0.13),
        pitch: random.between(-0.1, 0.02),
        ...look.wish,
      });
    },
  };
}

const brick = { width: 160, height: 52, colour: "#8a4a36", mortar: "#a39a8c" };

const pale = { width: 150, height: 50, colour: "#b09a72", mortar: "#9a9488" };

const blueWhite = { ground: "#1c3f8c", ink: "#f0f1ec" };

const greenWhite = { ground: "#0e6a48", ink: "#eef2ee" };

const night: Partial<Shot> = { noise: 0.03, vignette: 0.1, slope: 0.02, exposure: 1, contrast: 1.1 };

export const signs: readonly Recipe[] = [
  sign("Harbour Lane", (r) =>
    streetSign(
      { text: "Harbour Lane", face: "Overpass", sizePx: 100 },
      blueWhite,
      bricks(scene, brick, r),
      r,
    ),
  ),
  sign(
    "Chestnut Row",
    (r) =>
      streetSign(
        { text: "Chestnut Row", face: "Playfair Display", sizePx: 100 },
        { ground: "#e8e5d8", ink: "#1d1d1f" },
        plaster(scene, "#c2ab84", r),
        r,
      ),
    { wish: { shadow: "leaves" } },
  ),
  sign(
    "Mercer Street",
    (r) =>
      streetSign(
        { text: "Mercer Street", face: "Barlow Condensed", sizePx: 124 },
        greenWhite,
        plaster(scene, "#9fa4a6", r),
        r,
      ),
    { wish: { shadow: "edge" } },
  ),
  sign("Rue Pasteur", (r) =>
    streetSign(
      { text: "Rue Pasteur", face: "Barlow Condensed", sizePx: 124 },
      { ground: "#20407a", ink: "#e9efe0" },
      bricks(scene, pale, r),
      r,
    ),
  ),
  sign("Bakery", (r) =>
    fascia(
      { text: "Bakery", face: "Lobster", sizePx: 210 },
      { front: "#e3c47a", side: "#7a5a24" },
      boards(scene, { colour: "#5a2430", widthPx: 120 }, r),
    ),
  ),
  sign("FLORIST", (r) =>
    fascia(
      { text: "FLORIST", face: "Playfair Display", sizePx: 160, spacingPx: 12 },
      { front: "#eeeadd", side: "#8d8878" },
      boards(scene, { colour: "#2c4a3c", widthPx: 100 }, r),
    ),
  ),
  sign(
    "Hardware",
    (r) =>
      fascia(
        { text: "Hardware", face: "Alfa Slab One", sizePx: 130 },
        { front: "#c23a24", side: "#5c1a10" },
        plaster(scene, "#d6cdb8", r),
      ),
    { wish: { shadow: "edge" } },
  ),
  sign(
    "PHARMACY",
    (r) =>
      fascia(
        { text: "PHARMACY", face: "Overpass", sizePx: 130, spacingPx: 6 },
        { front: "#f0f4f0", side: "#7f9a8a" },
        plastic(scene, "#147a4c", 0, r),
      ),
    { shine: 0.7 },
  ),
  sign("Karaoke", (r) => neon({ text: "Karaoke", face: "Lobster", sizePx: 190 }, "#ff2a8c", r), {
    wish: night,
  }),
  sign("HOTEL", (r) => neon({ text: "HOTEL", face: "Overpass", sizePx: 180, spacingPx: 26 }, "#28a8ff", r), {
    wish: night,
  }),
  sign("Fresh Coffee", (r) => neon({ text: "Fresh Coffee", face: "Lobster", sizePx: 150 }, "#ffa030", r), {
    wish: { ...night, motionPx: 2 },
  }),
  sign("The Old Heron", (r) =>
    hanging({ text: "The Old Heron", face: "Playfair Display", sizePx: 110 }, "#3f2a1c", "#d8b25a", r),
  ),
  sign(
    "Antiques",
    (r) => hanging({ text: "Antiques", face: "Lobster", sizePx: 150 }, "#24443c", "#e8dcb4", r),
    { wish: { shadow: "leaves" } },
  ),
  sign("Fish Soup", (r) => chalked({ text: "Fish Soup", face: "Kalam", sizePx: 150 }, r)),
  sign("MARKET", (r) =>
    ghostSign(
      { text: "MARKET", face: "Alfa Slab One", sizePx: 160, spacingPx: 8 },
      "#e6dfcc",
      bricks(scene, brick, r),
      r,
    ),
  ),
];
