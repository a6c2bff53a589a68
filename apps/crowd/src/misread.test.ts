import { hintBreach, type ImageHints } from "@sightline/contract/image-hints";
import fc from "fast-check";
import { expect, test } from "vitest";
import { misread } from "./misread";
import { seededRandom } from "./testing/seeded-random";

const word = fc.stringMatching(/^[A-Za-z0-9]{2,10}( [A-Za-z0-9]{2,10})?$/);
const seed = fc.integer({ min: 0, max: 2 ** 31 });

test("a misread text is never the truth and never empty", () => {
  fc.assert(
    fc.property(word, seed, (truth, n) => {
      const typed = misread(truth, {}, seededRandom(n));
      expect(typed).not.toBe(truth);
      expect(typed).not.toBe("");
    }),
  );
});

test("a misread text stays within one slip of the truth", () => {
  fc.assert(
    fc.property(word, seed, (truth, n) => {
      const typed = misread(truth, {}, seededRandom(n)) ?? truth;
      expect(Math.abs(typed.length - truth.length)).toBeLessThanOrEqual(1);
    }),
  );
});

test("a misread text keeps the hints that the truth keeps", () => {
  const digits = fc.stringMatching(/^[0-9]{3,8}$/);
  fc.assert(
    fc.property(digits, seed, (truth, n) => {
      const hints: ImageHints = { numeric: 1, minLen: truth.length, maxLen: truth.length };
      const typed = misread(truth, hints, seededRandom(n));
      if (typed !== null) expect(hintBreach(hints, typed)).toBeNull();
    }),
  );
});

test("longer texts can practically always be misread", () => {
  const random = seededRandom(3);
  const misreads = Array.from({ length: 500 }, () => misread("R 4739 TK", {}, random));
  expect(misreads.filter((typed) => typed === null)).toHaveLength(0);
});

test("a text of which no slip keeps the hints is not misread", () => {
  expect(misread("é", { numeric: 2, minLen: 1, maxLen: 1 }, seededRandom(1))).toBeNull();
});
