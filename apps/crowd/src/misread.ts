import { normalizeAnswerText } from "@sightline/contract/answer-text";
import { hintBreach, type ImageHints } from "@sightline/contract/image-hints";
import { pick, type Random } from "./random";

/** Glyphs that people take for each other, in either direction. */
const CONFUSABLE = [
  "0O",
  "0o",
  "1l",
  "1I",
  "1i",
  "5S",
  "5s",
  "8B",
  "2Z",
  "2z",
  "6G",
  "6b",
  "9g",
  "9q",
  "7T",
  "4A",
];
const CONFUSABLE_LETTERS = [
  "uv",
  "UV",
  "nh",
  "ce",
  "MN",
  "XK",
  "EF",
  "PR",
  "CG",
  "OQ",
  "VY",
  "il",
  "ft",
  "ao",
];
const CONFUSABLE_DIGITS = ["38", "17", "56", "69", "49", "08", "27", "35"];
/** Rows of the keyboard: a finger lands beside the key it was meant for. */
const KEY_ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const TRIES_MAX = 12;

const LOOKALIKES = lookalikes([...CONFUSABLE, ...CONFUSABLE_LETTERS, ...CONFUSABLE_DIGITS]);

/**
 * What a person might type who means `truth` and errs: a glyph taken for another, a neighbouring key, a letter left
 * out, typed twice or swapped with the next. The result differs from the truth, by more than its spaces, and keeps the
 * hints; null when no such slip was found (of a single digit, say, little can be left out).
 */
export function misread(truth: string, hints: ImageHints, random: Random): string | null {
  const glyphs = [...truth];
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const typed = normalizeAnswerText(pick(SLIPS, random)(glyphs, random).join(""));
    if (typed === null || squeezed(typed) === squeezed(truth)) continue;
    if (hintBreach(hints, typed) === null) return typed;
  }
  return null;
}

type Slip = (glyphs: readonly string[], random: Random) => string[];

const takeForAnother: Slip = (glyphs, random) =>
  replaceOne(glyphs, random, (glyph) => LOOKALIKES.get(glyph) ?? []);

const hitNeighbour: Slip = (glyphs, random) => replaceOne(glyphs, random, neighbours);

const leaveOut: Slip = (glyphs, random) => glyphs.toSpliced(positionIn(glyphs, random), 1);

const typeTwice: Slip = (glyphs, random) => {
  const at = positionIn(glyphs, random);
  return glyphs.toSpliced(at, 0, ...glyphs.slice(at, at + 1));
};

const swapWithNext: Slip = (glyphs, random) => {
  const at = positionIn(glyphs, random);
  return glyphs.toSpliced(at, 2, ...glyphs.slice(at, at + 2).reverse());
};

/** Confusion is what reading errors mostly are, so it stands here twice. */
const SLIPS: readonly Slip[] = [
  takeForAnother,
  takeForAnother,
  hitNeighbour,
  leaveOut,
  typeTwice,
  swapWithNext,
];

/** Replaces one of the glyphs that have something to be replaced by; leaves all as they are when none has. */
function replaceOne(
  glyphs: readonly string[],
  random: Random,
  replacements: (glyph: string) => readonly string[],
): string[] {
  const places = glyphs.flatMap((glyph, at) => (replacements(glyph).length > 0 ? [{ glyph, at }] : []));
  if (places.length === 0) return [...glyphs];
  const { glyph, at } = pick(places, random);
  return glyphs.toSpliced(at, 1, pick(replacements(glyph), random));
}

function neighbours(glyph: string): string[] {
  const lower = glyph.toLowerCase();
  const row = KEY_ROWS.find((keys) => keys.includes(lower));
  if (row === undefined) return [];
  const at = row.indexOf(lower);
  const keys = [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
  return lower === glyph ? keys : keys.map((key) => key.toUpperCase());
}

function lookalikes(pairs: readonly string[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  const add = (from: string, to: string) => map.set(from, [...(map.get(from) ?? []), to]);
  for (const [a = "", b = ""] of pairs.map((pair) => [...pair])) {
    add(a, b);
    add(b, a);
  }
  return map;
}

function positionIn(glyphs: readonly string[], random: Random): number {
  return Math.floor(random() * glyphs.length);
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, "");
}
