import { blurField, cloudField, type Drawing, mapField, maskOf, wearField } from "./field";
import { brushedMetal, plastic } from "./materials";
import type { Random } from "./random";
import { layDrawing, layInk, shade } from "./raster";
import { box, scene } from "./stuck-labels";
import { castShadow, raise, roughen, type Surface } from "./surface";
import { type Typeface, typeface } from "./typefaces";

function line(
  text: string,
  face: Typeface,
  sizePx: number,
  at: { x: number; y: number; spacingPx?: number },
): Drawing {
  return (pen) => {
    pen.font = typeface(face, sizePx);
    pen.letterSpacing = `${at.spacingPx ?? 0}px`;
    pen.fillText(text, at.x, at.y);
  };
}

/** A nameplate of brushed metal with the number struck into it, sign by sign. */
export function stamped(caption: string, text: string, metal: string, random: Random): Surface {
  const plate = brushedMetal(scene, metal, 0.09, random);
  const etched = maskOf(scene, (pen) => {
    pen.strokeRect(90, 60, 640, 280);
    pen.font = typeface("Overpass", 24);
    pen.fillText(caption, 116, 106);
    pen.fillText("MADE IN NORLAND", 486, 106);
    pen.strokeRect(110, 128, 600, 130);
    pen.fillText("kW 7.4     V 400     Hz 50     kg 63", 116, 310);
  });
  layInk(plate.raster, etched, "#26282a", 0.85);
  const struck = maskOf(scene, (pen) => {
    pen.font = typeface("Barlow Condensed", 96);
    let x = 150;
    for (const sign of text) {
      pen.save();
      pen.translate(x, 228 + random.normal() * 3);
      pen.rotate(random.normal() * 0.02);
      pen.fillText(sign, 0, 0);
      pen.restore();
      x += pen.measureText(sign).width + 20;
    }
  });
  raise(plate, struck, -5, 1.8);
  layInk(plate.raster, struck, "#2a2622", 0.5);
  const stains = cloudField(scene, { across: 90, octaves: 5 }, random);
  layInk(
    plate.raster,
    mapField(stains, (cloud) => Math.max(0, cloud - 0.5) * 0.4),
    "#4a3524",
  );
  scratch(plate, random);
  return plate;
}

function scratch(surface: Surface, random: Random): void {
  const scratches = maskOf(scene, (pen) => {
    pen.lineWidth = 1.2;
    for (let i = 0; i < 24; i++) {
      const x = random.between(0, scene.width);
      const y = random.between(0, scene.height);
      pen.beginPath();
      pen.moveTo(x, y);
      pen.lineTo(x + random.between(-120, 120), y + random.between(-40, 40));
      pen.stroke();
    }
  });
  raise(surface, scratches, -0.7, 0.6);
}

/** A curved bottle or can: darker towards its sides. */
export function curved(ground: Surface): Surface {
  const round = mapField(
    ground.height,
    (_, __, y) => Math.cos(((y - scene.height / 2) / scene.height) * 2.4) - 1,
  );
  shade(ground.raster, round, 0.9);
  return ground;
}

/** A chip's lid, marked by laser. */
export function chipLid(rows: readonly string[], random: Random): Surface {
  const board = plastic(scene, "#1e5a3a", 0.05, random);
  layDrawing(board.raster, (pen) => {
    pen.fillStyle = "#c9c7bd";
    for (let leg = 0; leg < 9; leg++) {
      pen.fillRect(130 + leg * 66, 24, 24, 50);
      pen.fillRect(130 + leg * 66, 326, 24, 50);
    }
  });
  const lid = maskOf(scene, box(100, 66, 620, 268, 8));
  castShadow(board, lid, { distancePx: 10, softPx: 6, strength: 0.7 });
  layInk(board.raster, lid, "#26272a");
  raise(board, lid, 10, 3);
  roughen(
    board,
    mapField(
      cloudField(scene, { across: 2.5, octaves: 1 }, random),
      (cloud, x, y) => cloud * (lid.values[y * scene.width + x] ?? 0),
    ),
    0.35,
  );
  rows.forEach((row, r) => {
    const marks = maskOf(
      scene,
      line(row, "Share Tech Mono", r === 1 ? 84 : 46, { x: 150, y: 146 + r * 84, spacingPx: 4 }),
    );
    layInk(board.raster, wearField(marks, { cellPx: 3, amount: 0.1, soft: 1 }, random), "#a9a89f", 0.7);
  });
  return board;
}

/** Sprayed on a crate through a stencil, its edges fogged. */
export function stencilled(text: string, ground: Surface, ink: string, random: Random): Surface {
  const cut = maskOf(scene, (pen) => {
    pen.textAlign = "center";
    line(text, "Stardos Stencil", 118, { x: scene.width / 2, y: 240, spacingPx: 6 })(pen);
  });
  layInk(ground.raster, blurField(cut, 9), ink, 0.16);
  layInk(
    ground.raster,
    blurField(wearField(cut, { cellPx: 12, amount: 0.12, soft: 0.6 }, random), 1),
    ink,
    0.85,
  );
  return ground;
}
