import { blurField, type Drawing, maskOf, type Pen } from "./field";
import { plastic } from "./materials";
import { photograph, type Shot } from "./photograph";
import type { Random } from "./random";
import { addLight, layDrawing, type Raster } from "./raster";
import { castShadow, lightSurface, polish, raise } from "./surface";
import { typeface } from "./typefaces";

interface Counter {
  black: string;
  /** The decimals' wheels; the last one is seen between two digits, as it always is. */
  red: string;
  maker: string;
  wish: Partial<Shot>;
}

const cell = { width: 50, height: 72 };

/** A row of drums behind a window, its left top at the pen's origin. */
function drawWheels(pen: Pen, counter: Counter, random: Random): void {
  const wheels = [...counter.black].map((digit) => ({ digit, red: false }));
  for (const digit of counter.red) wheels.push({ digit, red: true });
  wheels.forEach(({ digit, red }, place) => {
    const turning = red && place === wheels.length - 1;
    // Only a red wheel stands visibly between two digits: what is asked for must be beyond doubt.
    const turned = turning ? random.between(0.2, 0.4) : random.between(-0.045, 0.045);
    pen.save();
    pen.translate(place * (cell.width + 5), 0);
    pen.beginPath();
    pen.rect(0, 0, cell.width, cell.height);
    pen.clip();
    pen.fillStyle = red ? "#a3201c" : "#17181a";
    pen.fillRect(0, 0, cell.width, cell.height);
    pen.fillStyle = "#f1efe6";
    pen.font = typeface("Barlow Condensed", 60);
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    for (const next of [-1, 0, 1]) {
      const shown = String((Number(digit) + next + 10) % 10);
      pen.fillText(shown, cell.width / 2, cell.height / 2 + 3 + (next * 1.02 - turned) * cell.height);
    }
    const drum = pen.createLinearGradient(0, 0, 0, cell.height);
    drum.addColorStop(0, "rgba(0,0,0,.85)");
    drum.addColorStop(0.28, "rgba(0,0,0,.05)");
    drum.addColorStop(0.42, "rgba(255,255,255,.10)");
    drum.addColorStop(0.75, "rgba(0,0,0,.08)");
    drum.addColorStop(1, "rgba(0,0,0,.8)");
    pen.fillStyle = drum;
    pen.fillRect(0, 0, cell.width, cell.height);
    pen.restore();
  });
}

function rowWidth(counter: Counter): number {
  return (counter.black.length + counter.red.length) * (cell.width + 5) - 5;
}

function write(pen: Pen, text: string, x: number, y: number, sizePx: number, colour = "#26282b"): void {
  pen.fillStyle = colour;
  pen.font = typeface("Overpass", sizePx);
  pen.textAlign = "center";
  pen.fillText(text, x, y);
}

/** A water meter: a round white face in a cast rim, the wheels in its upper half and little pointers below. */
export function drawDialMeter(look: Counter & { rim: string }): (random: Random) => Raster {
  const scene = { width: 820, height: 700 };
  const middle = { x: 410, y: 350 };
  const disc =
    (radius: number): Drawing =>
    (pen) => {
      pen.beginPath();
      pen.arc(middle.x, middle.y, radius, 0, 7);
      pen.fill();
    };
  return (random) => {
    const body = plastic(scene, "#6d655c", 0.8, random);
    castShadow(body, maskOf(scene, disc(336)), { distancePx: 14, softPx: 10, strength: 0.6 });
    layDrawing(body.raster, (pen) => {
      pen.fillStyle = look.rim;
      disc(336)(pen);
      pen.fillStyle = "#e9e8e2";
      disc(292)(pen);
      drawFace(pen, look, middle);
      pen.translate(middle.x - rowWidth(look) / 2, 226);
      drawWheels(pen, look, random);
    });
    polish(body, maskOf(scene, disc(336)));
    raise(body, maskOf(scene, disc(336)), 16, 6);
    raise(body, maskOf(scene, disc(296)), -14, 4);
    const window = maskOf(scene, (pen) =>
      pen.fillRect(middle.x - rowWidth(look) / 2 - 4, 222, rowWidth(look) + 8, cell.height + 8),
    );
    raise(body, window, -6, 1.5);
    const raster = lightSurface(body, 0.5);
    addLight(raster, blurField(maskOf(scene, glare(random, middle)), 9), "#f2f6ff", 0.16);
    return photograph(
      raster,
      { x: 60, y: 110, width: 700, height: 420 },
      random.whole(400, 470),
      random,
      look.wish,
    );
  };
}

function drawFace(pen: Pen, look: Counter, middle: { x: number; y: number }): void {
  write(pen, look.maker, middle.x, 186, 40, "#2b4f86");
  write(pen, "m³", middle.x + rowWidth(look) / 2 + 34, 290, 28);
  write(pen, "Qn 2.5   PN 16   class B", middle.x, 338, 17);
  for (const [x, y, turn] of [
    [290, 440, 0.7],
    [410, 490, 3.9],
    [530, 440, 5.2],
  ] as const) {
    pen.lineWidth = 2;
    pen.strokeStyle = "#303236";
    pen.beginPath();
    pen.arc(x, y, 48, 0, 7);
    pen.stroke();
    for (let tick = 0; tick < 10; tick++) {
      const at = (tick * Math.PI) / 5;
      pen.beginPath();
      pen.moveTo(x + 40 * Math.cos(at), y + 40 * Math.sin(at));
      pen.lineTo(x + 48 * Math.cos(at), y + 48 * Math.sin(at));
      pen.stroke();
    }
    pen.fillStyle = "#b3201c";
    pen.beginPath();
    pen.moveTo(x + 42 * Math.cos(turn), y + 42 * Math.sin(turn));
    pen.lineTo(x + 11 * Math.cos(turn + 2), y + 11 * Math.sin(turn + 2));
    pen.lineTo(x + 11 * Math.cos(turn - 2), y + 11 * Math.sin(turn - 2));
    pen.fill();
  }
}

function glare(random: Random, middle: { x: number; y: number }): Drawing {
  const turn = random.between(3.4, 5.6);
  return (pen) => {
    pen.lineWidth = 46;
    pen.lineCap = "round";
    pen.beginPath();
    pen.arc(middle.x, middle.y, 240, turn, turn + 0.8);
    pen.stroke();
  };
}

/** A gas or electricity meter: a moulded front with a sunk window for the wheels and a printed nameplate. */
export function drawWheelMeter(look: Counter & { unit: string }): (random: Random) => Raster {
  const scene = { width: 860, height: 460 };
  const left = 400 - rowWidth(look) / 2;
  return (random) => {
    const body = plastic(scene, random.pick(["#b9bbb8", "#3b3d42", "#cfc9b8"]), 0.25, random);
    const plateMask = maskOf(scene, (pen) => {
      pen.beginPath();
      pen.roundRect(90, 60, 680, 340, 14);
      pen.fill();
    });
    castShadow(body, plateMask, { distancePx: 5, softPx: 4, strength: 0.4 });
    layDrawing(body.raster, (pen) => {
      pen.fillStyle = "#dcdcd6";
      pen.beginPath();
      pen.roundRect(90, 60, 680, 340, 14);
      pen.fill();
      write(pen, look.maker, 400, 116, 36);
      write(pen, look.unit, left + rowWidth(look) + 58, 214, 36);
      write(pen, "No. 7 294 663   2019   3 x 230/400 V   75 r/kWh", 400, 350, 18);
      pen.fillStyle = "#0e0f10";
      pen.fillRect(left - 12, 150, rowWidth(look) + 24, cell.height + 24);
      pen.translate(left, 162);
      drawWheels(pen, look, random);
    });
    polish(body, plateMask);
    raise(body, plateMask, 4, 2);
    raise(
      body,
      maskOf(scene, (pen) => pen.fillRect(left - 14, 148, rowWidth(look) + 28, cell.height + 28)),
      -9,
      2,
    );
    const raster = lightSurface(body, 0.4);
    addLight(
      raster,
      blurField(
        maskOf(scene, (pen) => pen.fillRect(left + random.between(0, 200), 60, 70, 340)),
        24,
      ),
      "#f2f6ff",
      0.07,
    );
    return photograph(
      raster,
      { x: 64, y: 40, width: 730, height: 370 },
      random.whole(400, 480),
      random,
      look.wish,
    );
  };
}
