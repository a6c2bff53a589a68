import { expect, it } from "vitest";
import { hintList } from "./hint-list";

const words = (hints: Parameters<typeof hintList>[0], typed = "") =>
  hintList(hints, typed).map(({ word, kept }) => [word, kept]);

it("shows nothing for a task without hints", () => {
  expect(hintList({}, "abc")).toEqual([]);
});

it("breaks nothing before the first letter", () => {
  expect(words({ numeric: 1, minLen: 4, maxLen: 6 })).toEqual([
    ["lengthRange", null],
    ["numeric1", null],
  ]);
});

it("says of each hard hint whether the text keeps it", () => {
  expect(words({ numeric: 1, minLen: 4, maxLen: 6 }, "12a")).toEqual([
    ["lengthRange", false],
    ["numeric1", false],
  ]);
  expect(words({ numeric: 1, minLen: 4, maxLen: 4 }, " 1234 ")).toEqual([
    ["lengthExact", true],
    ["numeric1", true],
  ]);
});

it("never calls advice broken", () => {
  expect(words({ phrase: true, regsense: true, calc: true, language: 1, lang: "de" }, "x")).toEqual([
    ["calc", null],
    ["phrase", null],
    ["regsense", null],
    ["language1", null],
    ["lang", null],
  ]);
});
