import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { answerPicture, type Reader } from "./answer-picture";
import { KnownTruths } from "./known-truths";
import { seededRandom } from "./testing/seeded-random";

const picture = Buffer.from("the bytes of a picture");
const sha256 = createHash("sha256").update(picture).digest("hex");
const truths = new KnownTruths([{ sha256, truth: "harbour" }]);

function reader(overrides: Partial<Reader> = {}): Reader {
  return { truths, errorRate: 0, random: seededRandom(5), ...overrides };
}

test("a known picture is answered with its truth", () => {
  expect(answerPicture(reader(), picture, {})).toBe("harbour");
});

test("the error rate is the share of known pictures that are misread", () => {
  const careless = reader({ errorRate: 0.25 });
  const answers = Array.from({ length: 2_000 }, () => answerPicture(careless, picture, {}));
  const wrong = answers.filter((answer) => answer !== "harbour").length / answers.length;
  expect(wrong).toBeGreaterThan(0.2);
  expect(wrong).toBeLessThan(0.3);
});

test("an unknown picture is answered with something that keeps the hints", () => {
  expect(answerPicture(reader(), Buffer.from("another"), { numeric: 1, minLen: 6, maxLen: 6 })).toMatch(
    /^\d{6}$/,
  );
});

test("a truth that the hints forbid is not sent", () => {
  expect(answerPicture(reader(), picture, { numeric: 1 })).toMatch(/^\d+$/);
});

test("a picture whose hints contradict each other has no answer", () => {
  expect(answerPicture(reader(), picture, { minLen: 9, maxLen: 3 })).toBeNull();
});

test("the samples' list is readable and knows every one of them by its bytes", () => {
  expect(KnownTruths.ofSamples()).toBeInstanceOf(KnownTruths);
});
