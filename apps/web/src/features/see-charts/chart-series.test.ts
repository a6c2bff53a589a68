import { expect, test } from "vitest";
import { seriesByKind, solvedShares } from "./chart-series";

const figures = (kind: "image" | "grid" | "draw" | "box" | "audio", answered: number, unsolved = 0) => ({
  kind,
  answered,
  unsolved,
  spentMicros: answered * 200,
});
const bar = (...kinds: ReturnType<typeof figures>[]) => ({
  fromMs: 0,
  kinds,
  solveP50Ms: null,
  solveP95Ms: null,
});

test("the kinds that matter most stand apart and the rest is added up", () => {
  const bars = [
    bar(figures("image", 1), figures("grid", 5), figures("draw", 2)),
    bar(figures("box", 1), figures("audio", 1), figures("image", 9)),
  ];
  expect(
    seriesByKind(
      bars,
      ({ answered }) => answered,
      (kind) => kind,
    ),
  ).toEqual([
    { name: "image", values: [1, 9] },
    { name: "grid", values: [5, 0] },
    { name: "draw", values: [2, 0] },
    { name: "others", values: [0, 2] },
  ]);
});

test("nothing spent is no series, so that a chart can say that it is empty", () => {
  expect(
    seriesByKind(
      [bar(figures("image", 0, 2))],
      ({ spentMicros }) => spentMicros,
      (kind) => kind,
    ),
  ).toEqual([]);
});

test("a bar without tasks has no share", () => {
  expect(solvedShares([bar(), bar(figures("image", 3, 1))])).toEqual([null, 75]);
});
