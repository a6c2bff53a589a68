import { cloudField, mapField, maskOf } from "./field";
import { plastic } from "./materials";
import { photograph, type Shot } from "./photograph";
import { banded, blue, cycle, long, lorry, type PlateStyle, state, vintage, yellow } from "./plate-styles";
import type { Random } from "./random";
import { addLight, layDrawing, layInk, type Raster, shade } from "./raster";
import type { Recipe } from "./recipe";
import { castShadow, lightSurface, raise, type Surface } from "./surface";
import { typeface } from "./typefaces";

const scene = { width: 860, height: 460 };

/** The car: a panel with a pressed recess, a gap above and a line of reflected horizon. */
function carPanel(paint: string, random: Random): Surface {
  const car = plastic(scene, paint, 0, random);
  layDrawing(car.raster, (pen) => {
    const sky = pen.createLinearGradient(0, 0, 0, scene.height);
    sky.addColorStop(0, "rgba(255,255,255,.42)");
    sky.addColorStop(0.22, "rgba(255,255,255,.10)");
    sky.addColorStop(0.26, "rgba(0,0,0,.28)");
    sky.addColorStop(1, "rgba(0,0,0,.5)");
    pen.fillStyle = sky;
    pen.fillRect(0, 0, scene.width, scene.height);
    pen.fillStyle = "rgba(0,0,0,.75)";
    pen.fillRect(0, 64, scene.width, 6);
    pen.fillRect(0, 398, scene.width, 62);
  });
  const recess = maskOf(scene, (pen) => {
    pen.beginPath();
    pen.roundRect(110, 92, 640, 282, 26);
    pen.fill();
  });
  raise(car, recess, -14, 6);
  return car;
}

function drawPlate(style: PlateStyle, text: readonly string[], paint: string, random: Random): Surface {
  const car = carPanel(paint, random);
  const left = (scene.width - style.width) / 2;
  const top = (scene.height - style.height) / 2;
  const outline = (grow: number) =>
    maskOf(scene, (pen) => {
      pen.beginPath();
      pen.roundRect(left - grow, top - grow, style.width + grow * 2, style.height + grow * 2, 12 + grow);
      pen.fill();
    });
  castShadow(car, outline(7), { distancePx: 9, softPx: 6, strength: 0.7 });
  if (style.width === long.width) layInk(car.raster, outline(8), "#1b1c1e");
  layDrawing(car.raster, (pen) => {
    pen.beginPath();
    pen.roundRect(left, top, style.width, style.height, 12);
    pen.clip();
    pen.translate(left, top);
    style.ground(pen);
  });
  raise(car, outline(0), 3, 2);
  emboss(car, style, text, left, top);
  screws(car, style, left, top);
  soil(car, random);
  return car;
}

function emboss(car: Surface, style: PlateStyle, text: readonly string[], left: number, top: number): void {
  const letters = maskOf(scene, (pen) => {
    pen.font = typeface(style.face, style.sizePx);
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.letterSpacing = `${style.spacingPx}px`;
    style.lines.forEach(([x, y], line) => {
      pen.fillText(text[line] ?? "", left + x, top + y);
    });
  });
  raise(car, letters, 3.2, 2);
  layInk(car.raster, letters, style.ink, 0.96);
}

function screws(car: Surface, style: PlateStyle, left: number, top: number): void {
  const y = style.height > 150 ? top + 22 : top + style.height / 2;
  const inset = style.height > 150 ? 34 : 24;
  const heads = maskOf(scene, (pen) => {
    for (const x of [left + inset + style.screwShiftPx, left + style.width - inset]) {
      pen.beginPath();
      pen.arc(x, y, 7, 0, 7);
      pen.fill();
    }
  });
  raise(car, heads, 4, 2);
  layInk(car.raster, heads, "#a9a9a4", 0.85);
}

// Road dirt: a film that thickens towards the bottom, and splashes.
function soil(car: Surface, random: Random): void {
  const film = cloudField(scene, { across: 120, down: 60, octaves: 5 }, random);
  const amount = random.between(0.08, 0.3);
  layInk(
    car.raster,
    mapField(film, (cloud, _, y) => Math.max(0, 0.25 + cloud * 0.4 + y / 900 - 0.2) * amount),
    "#75664f",
  );
  const splashes = cloudField(scene, { across: 7, octaves: 2 }, random);
  layInk(
    car.raster,
    mapField(splashes, (cloud) => (cloud > 1.45 ? 1 : 0)),
    "#5d5140",
    amount,
  );
}

// A gate's camera at night: no colour, its own lamp sends most of the light straight back.
function nightCamera(picture: Raster, random: Random): Raster {
  picture.rgb.forEach((_, i) => {
    if (i % 3 > 0) return;
    const grey =
      0.3 * (picture.rgb[i] ?? 0) + 0.6 * (picture.rgb[i + 1] ?? 0) + 0.1 * (picture.rgb[i + 2] ?? 0);
    picture.rgb.fill(grey, i, i + 3);
  });
  // Rows of its chip differ a little, which shows as lines.
  shade(picture, cloudField(picture, { across: 900, down: 2, octaves: 1 }, random), 0.04);
  return picture;
}

function plate(
  style: PlateStyle,
  text: string,
  paint: string,
  wish: Partial<Shot> = {},
  night = false,
): Recipe {
  const lines = style.lines.length > 1 ? text.split("/") : [text];
  return {
    truth: lines.join(" "),
    ...(lines.length > 1 && {
      hints: { textinstructions: "Type the plate, both lines with a space between" },
    }),
    encoding: { as: "jpg", quality: night ? 52 : 66 },
    draw(random) {
      const car = lightSurface(drawPlate(style, lines, paint, random), 0.5);
      const wide = { x: 100, y: 60, width: 660, height: 330 };
      const near = { x: 105, y: 100, width: 650, height: 260 };
      const frame = style.height > 150 ? wide : near;
      if (!night)
        return photograph(car, frame, random.whole(380, 500), random, {
          yaw: random.between(-0.16, 0.16),
          ...wish,
        });
      addLight(
        car,
        mapField(cloudField(scene, { across: 500, octaves: 1 }, random), () => 0.03),
        "#ffffff",
        1,
      );
      return nightCamera(
        photograph(car, frame, 320, random, { noise: 0.05, vignette: 0.9, blurPx: 0.9, ...wish }),
        random,
      );
    },
  };
}

export const numberPlates: readonly Recipe[] = [
  plate(banded, "KX 482 RE", "#5c6a78"),
  plate(yellow, "MT67 HRX", "#7c1f22", { shadow: "leaves" }),
  plate(state, "7HK 394", "#c9ccce"),
  plate(vintage, "EKT 374", "#2f4a3c"),
  plate(lorry, "R 4739 TK", "#c8c4b4", { rollDeg: -3.5 }),
  plate(cycle, "HT/9627", "#33363b"),
  plate(banded, "NJ 863 PA", "#1d2430", { motionPx: 5, motionDeg: 4 }),
  plate(yellow, "LF24 KWC", "#b9bdc2", { rollDeg: 4 }),
  plate(blue, "528 XRM", "#e2ddd0", { shadow: "edge" }),
  plate(banded, "AW 937 CT", "#20242c", { exposure: 1.5 }, true),
  plate(state, "H6R 274", "#26354d", { shadow: "edge" }),
  plate(yellow, "PK83 NTE", "#3c3f42", { exposure: 1.4, motionPx: 3 }, true),
  plate(cycle, "CY/3794", "#4d2530", { pitch: 0.1 }),
];
