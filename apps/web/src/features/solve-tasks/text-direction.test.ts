import { expect, test } from "vitest";
import { directionOf, isolated } from "./text-direction";

test("an empty answer begins where the language that is asked for begins; after that its letters say so", () => {
  expect(directionOf("", "ar")).toBe("rtl");
  expect(directionOf("  ", "he-IL")).toBe("rtl");
  expect(directionOf("שלום", "he")).toBe("auto");
  expect(directionOf("", "en")).toBe("auto");
  expect(directionOf("", undefined)).toBe("auto");
});

test("words of right-to-left letters are isolated within a sentence, and no others", () => {
  expect(isolated("مرحبا")).toBe("\u2068مرحبا\u2069");
  expect(isolated("marble")).toBe("marble");
});
