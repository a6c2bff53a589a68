import { expect, test } from "vitest";
import {
  formatPricePerThousand,
  formatSharePercent,
  readPricePerThousand,
  readSharePercent,
} from "./read-price";

test.each([
  ["0.2", 200],
  ["0.20", 200],
  ["1", 1_000],
  ["0.001", 1],
  ["100000", 100_000_000],
])("a price of %s for 1000 is %d micro-dollars a task", (typed, micros) => {
  expect(readPricePerThousand(typed)).toBe(micros);
});

test.each(["", "0", "-1", "0.0005", "100000.001", "1e3", "0,2"])("%j is no price", (typed) => {
  expect(readPricePerThousand(typed)).toBeNull();
});

test("a share is read in percent with at most two decimals", () => {
  expect(readSharePercent("60")).toBe(6_000);
  expect(readSharePercent("62.5")).toBe(6_250);
  expect(readSharePercent("100")).toBe(10_000);
  expect(readSharePercent("100.01")).toBeNull();
  expect(readSharePercent("33.333")).toBeNull();
});

test("what is shown reads back as the same", () => {
  for (const micros of [1, 200, 1_000, 12_345, 100_000_000]) {
    expect(readPricePerThousand(formatPricePerThousand(micros))).toBe(micros);
  }
  for (const points of [0, 1, 50, 6_000, 6_250, 10_000]) {
    expect(readSharePercent(formatSharePercent(points))).toBe(points);
  }
});
