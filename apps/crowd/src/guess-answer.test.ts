import { normalizeAnswerText } from "@sightline/contract/answer-text";
import { hintBreach, type ImageHints } from "@sightline/contract/image-hints";
import fc from "fast-check";
import { expect, test } from "vitest";
import { guessAnswer } from "./guess-answer";
import { seededRandom } from "./testing/seeded-random";

const length = fc.integer({ min: 1, max: 20 });
const hintsArbitrary: fc.Arbitrary<ImageHints> = fc.record(
  {
    phrase: fc.constant(true as const),
    regsense: fc.constant(true as const),
    numeric: fc.integer({ min: 1, max: 4 }),
    calc: fc.constant(true as const),
    minLen: length,
    maxLen: length,
    language: fc.integer({ min: 1, max: 2 }),
  },
  { requiredKeys: [] },
);
const seed = fc.integer({ min: 0, max: 2 ** 31 });

test("a guess keeps every hard hint", () => {
  fc.assert(
    fc.property(hintsArbitrary, seed, (hints, n) => {
      const guess = guessAnswer(hints, seededRandom(n));
      if (guess !== null) expect(hintBreach(hints, guess)).toBeNull();
    }),
  );
});

test("a guess is stored just as it was typed", () => {
  fc.assert(
    fc.property(hintsArbitrary, seed, (hints, n) => {
      const guess = guessAnswer(hints, seededRandom(n));
      if (guess !== null) expect(normalizeAnswerText(guess)).toBe(guess);
    }),
  );
});

test("only hints that contradict each other leave nothing to guess", () => {
  fc.assert(
    fc.property(hintsArbitrary, seed, (hints, n) => {
      const { minLen = 1, maxLen = 20, numeric } = hints;
      const possible = minLen <= maxLen && (numeric !== 4 || maxLen >= 2);
      expect(guessAnswer(hints, seededRandom(n)) !== null).toBe(possible);
    }),
  );
});

test("a sum is answered with a number", () => {
  expect(guessAnswer({ calc: true }, seededRandom(2))).toMatch(/^[1-9][0-9]?$/);
});

test("a phrase is answered with two words", () => {
  expect(guessAnswer({ phrase: true }, seededRandom(2))).toMatch(/^\S+ \S+$/);
});

test("a Cyrillic picture is answered in Cyrillic", () => {
  expect(guessAnswer({ language: 1 }, seededRandom(2))).toMatch(/^\p{Script=Cyrillic}+$/u);
});
