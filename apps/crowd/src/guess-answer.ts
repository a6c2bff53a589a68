import { hintBreach, type ImageHints } from "@sightline/contract/image-hints";
import { pick, type Random, wholeBetween } from "./random";

const DIGITS = [..."0123456789"];
const LATIN = [..."abcdefghkmnprstuvwxyz"];
const CYRILLIC = [..."абвгдежзиклмнопрстуфхцчшэюя"];
const USUAL_LENGTH = { min: 4, max: 7 };
const LENGTH_MAX = 20;

/**
 * An answer to a picture that nobody here knows: no reading of it, but something that keeps the hints, as a customer's
 * program expects of any answer. Null when the hints contradict each other, so that no answer could keep them.
 */
export function guessAnswer(hints: ImageHints, random: Random): string | null {
  const length = lengthWithin(hints, random);
  if (length === null) return null;
  const glyphs = Array.from({ length }, (_, at) => pick(alphabetAt(hints, at, random), random));
  const answer = spaced(glyphs, hints).join("");
  return hintBreach(hints, answer) === null ? answer : null;
}

function lengthWithin({ minLen, maxLen, calc, numeric }: ImageHints, random: Random): number | null {
  const usual = calc ? { min: 1, max: 2 } : USUAL_LENGTH;
  const lowest = Math.max(minLen ?? 1, numeric === 4 ? 2 : 1);
  const highest = maxLen ?? LENGTH_MAX;
  if (lowest > highest) return null;
  const min = Math.min(Math.max(usual.min, lowest), highest);
  const max = Math.min(Math.max(usual.max, lowest), highest);
  return wholeBetween(min, max, random);
}

function alphabetAt({ numeric, calc, language }: ImageHints, at: number, random: Random): readonly string[] {
  const letters = language === 1 ? CYRILLIC : LATIN;
  switch (numeric) {
    case 1:
      return digitsAt(at);
    case 2:
      return letters;
    case 3:
      // All of one sort: the first place decides for letters, which keep the hint as well as digits do.
      return letters;
    case 4:
      // One of each in the first two places is enough for both to be there.
      if (at === 0) return letters;
      return at === 1 || random() < 0.5 ? DIGITS : letters;
    default:
      return calc ? digitsAt(at) : letters;
  }
}

/** A number does not start with a nought. */
function digitsAt(at: number): readonly string[] {
  return at === 0 ? DIGITS.slice(1) : DIGITS;
}

/** Two words where the customer says that there are two or more, when the length leaves room for them. */
function spaced(glyphs: readonly string[], { phrase, numeric, calc }: ImageHints): string[] {
  const middle = Math.floor(glyphs.length / 2);
  if (!phrase || calc || numeric === 4 || glyphs.length < 3) return [...glyphs];
  return glyphs.toSpliced(middle, 1, " ");
}
