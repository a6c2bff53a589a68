import { storeAnswer } from "@sightline/contract/answers";
import { describe, expect, test } from "vitest";
import { judgeGold } from "./judge-gold";

describe("typed text", () => {
  test.each([
    ["the same", false, "Kx7h", "Kx7h", "right"],
    ["another case where case does not matter", false, "kX7H", "Kx7h", "right"],
    ["another case where it does", true, "kx7h", "Kx7h", "near"],
    ["a case that looks different where case matters", true, "Ax7h", "ax7h", "wrong"],
    ["more space between words", false, "two   words", "two words", "right"],
    ["letters of another script that look the same", true, "МОРЕ", "MOPE", "right"],
    ["one glyph taken for one that looks like it", false, "Kx70", "Kx7O", "near"],
    ["two of them", false, "10", "lO", "wrong"],
    ["a slip that looks like nothing", false, "Kx7m", "Kx7h", "wrong"],
    ["a glyph left out", false, "Kx7", "Kx7h", "wrong"],
  ] as const)("%s", (_name, caseMatters, given, known, verdict) => {
    expect(judgeGold("image", caseMatters, given, [known])).toBe(verdict);
  });

  test("any of the accepted answers is right", () => {
    expect(judgeGold("text", false, "4", ["four", "4"])).toBe("right");
  });
});

test("cells are right when they are the same, in whatever order they were chosen", () => {
  const known = [storeAnswer({ shape: "cells", cells: [1, 5] })];
  expect(judgeGold("grid", false, storeAnswer({ shape: "cells", cells: [5, 1] }), known)).toBe("right");
  expect(judgeGold("grid", false, storeAnswer({ shape: "cells", cells: [1] }), known)).toBe("wrong");
});

test("points and angles are right within their tolerance", () => {
  const points = (x: number) => storeAnswer({ shape: "points", points: [{ x, y: 40 }] });
  expect(judgeGold("points", false, points(60), [points(50)])).toBe("right");
  expect(judgeGold("points", false, points(90), [points(50)])).toBe("wrong");
  const angles = (angle: number) => storeAnswer({ shape: "angles", angles: [angle] });
  expect(judgeGold("rotate", false, angles(355), [angles(0)])).toBe("right");
  expect(judgeGold("rotate", false, angles(40), [angles(0)])).toBe("wrong");
});
