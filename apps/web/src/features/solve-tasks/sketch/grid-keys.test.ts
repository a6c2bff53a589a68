import { describe, expect, it } from "vitest";
import { cellBeside, cellOfKey, keyOfCell } from "./grid-keys";

const nine = { rows: 3, cols: 3 };
const sixteen = { rows: 4, cols: 4 };
const hundred = { rows: 10, cols: 10 };

it("nine cells have the digits, in reading order", () => {
  expect(Array.from({ length: 9 }, (_, i) => keyOfCell(i + 1, nine)).join("")).toBe("123456789");
});

it("sixteen cells go on with the left of two letter rows", () => {
  expect(Array.from({ length: 16 }, (_, i) => keyOfCell(i + 1, sixteen)).join("")).toBe("123456789QWEASDF");
});

it("every cell that has a key is chosen by it", () => {
  for (let cell = 1; cell <= 16; cell++) {
    const key = keyOfCell(cell, sixteen) ?? "";
    expect(cellOfKey({ key: key.toLowerCase(), code: "" }, sixteen)).toBe(cell);
  }
});

it.each([
  ["a digit of the number pad", { key: "7", code: "Numpad7" }, nine, 7],
  ["a capital letter", { key: "Q", code: "KeyQ" }, sixteen, 10],
  ["a key that types another alphabet", { key: "й", code: "KeyQ" }, sixteen, 10],
  ["a digit that needs Shift on this keyboard", { key: "&", code: "Digit1" }, nine, 1],
  ["a letter in a grid without letters", { key: "q", code: "KeyQ" }, nine, null],
  ["a letter in a grid that is too large for letters", { key: "q", code: "KeyQ" }, hundred, null],
  ["a digit beyond the last cell", { key: "9", code: "Digit9" }, { rows: 2, cols: 2 }, null],
  ["nought", { key: "0", code: "Digit0" }, nine, null],
])("%s", (_name, key, sides, cell) => {
  expect(cellOfKey(key, sides)).toBe(cell);
});

describe("arrow keys", () => {
  it("lead to the cell beside, above and below", () => {
    expect(cellBeside(5, "ArrowLeft", nine)).toBe(4);
    expect(cellBeside(5, "ArrowUp", nine)).toBe(2);
    expect(cellBeside(5, "ArrowDown", nine)).toBe(8);
  });

  it("stop at the edges", () => {
    expect(cellBeside(3, "ArrowRight", nine)).toBe(3);
    expect(cellBeside(9, "ArrowDown", nine)).toBe(9);
  });
});
