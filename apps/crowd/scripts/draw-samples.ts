/**
 * Draws the demo's sample pictures into `samples/` and lists them in `samples/truths.json`. The same script gives the
 * same bytes: every picture's chance is seeded by its own name. With family names as arguments only those are drawn
 * anew and the other entries stay: `npx tsx apps/crowd/scripts/draw-samples.ts plate meter`.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { distortedWords } from "./draw-samples/distorted-words";
import { encodePicture } from "./draw-samples/encode-picture";
import { handwriting } from "./draw-samples/handwriting";
import { houseNumbers } from "./draw-samples/house-numbers";
import { labels } from "./draw-samples/labels";
import { meters } from "./draw-samples/meters";
import { numberPlates } from "./draw-samples/number-plates";
import { createRandom } from "./draw-samples/random";
import { receipts } from "./draw-samples/receipts";
import type { Hints, Recipe } from "./draw-samples/recipe";
import { signs } from "./draw-samples/signs";
import { registerTypefaces } from "./draw-samples/typefaces";

interface Truth {
  file: string;
  family: string;
  truth: string;
  /** Of the file's bytes as they are sent: how a simulated worker knows the picture again. */
  sha256: string;
  hints?: Hints;
}

const families: Record<string, readonly Recipe[]> = {
  word: distortedWords,
  plate: numberPlates,
  meter: meters,
  receipt: receipts,
  house: houseNumbers,
  handwriting,
  label: labels,
  sign: signs,
};

const folder = join(import.meta.dirname, "../samples");
const list = join(folder, "truths.json");

async function drawSample(family: string, index: number, recipe: Recipe): Promise<Truth> {
  const name = `${family}-${String(index + 1).padStart(2, "0")}`;
  const bytes = await encodePicture(recipe.draw(createRandom(name)), recipe.encoding);
  const file = `${name}.${recipe.encoding.as}`;
  writeFileSync(join(folder, file), bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file, family, truth: recipe.truth, sha256, ...(recipe.hints && { hints: recipe.hints }) };
}

const asked = process.argv.slice(2);
const before: Truth[] = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as Truth[]) : [];
const truths: Truth[] = [];
registerTypefaces();
for (const [family, recipes] of Object.entries(families)) {
  if (asked.length > 0 && !asked.includes(family)) {
    truths.push(...before.filter((truth) => truth.family === family));
    continue;
  }
  for (const [index, recipe] of recipes.entries()) truths.push(await drawSample(family, index, recipe));
  console.log(`${family}: ${recipes.length}`);
}
writeFileSync(list, `[\n${truths.map((truth) => `  ${JSON.stringify(truth)}`).join(",\n")}\n]\n`);
