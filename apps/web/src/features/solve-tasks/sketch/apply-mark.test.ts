import { solutionSchema } from "@sightline/contract/answers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyMark, type Mark, undoMark } from "./apply-mark";
import { emptySketch, readSketch, type Sketch, type SketchShape, writeSketch } from "./sketch";
import { sketchOfSolution, sketchSolution } from "./sketch-solution";

const NO_LIMIT = { clicksMax: undefined };
const at = (x: number, y: number): Mark => ({ mark: "place", point: { x, y } });
const close: Mark = { mark: "close" };

function draw(
  shape: SketchShape,
  marks: readonly (Mark | "undo")[],
  clicksMax?: number,
  pictures = 1,
): Sketch {
  return marks.reduce<Sketch>(
    (sketch, mark) => (mark === "undo" ? undoMark(sketch) : applyMark(sketch, mark, { clicksMax })),
    emptySketch(shape, pictures),
  );
}

describe("cells", () => {
  const cell = (number: number): Mark => ({ mark: "cell", cell: number });

  it("are chosen and let go by the same mark", () => {
    expect(draw("cells", [cell(3), cell(7), cell(3)])).toEqual({ shape: "cells", cells: [7] });
  });

  it("are not chosen beyond the most that the customer allows", () => {
    const full = draw("cells", [cell(1), cell(2)], 2);
    expect(applyMark(full, cell(3), { clicksMax: 2 })).toBe(full);
    expect(applyMark(full, cell(2), { clicksMax: 2 })).toEqual({ shape: "cells", cells: [1] });
  });

  it("give back the last one chosen", () => {
    expect(draw("cells", [cell(3), cell(7), "undo"])).toEqual({ shape: "cells", cells: [3] });
  });
});

describe("points", () => {
  it("keep the order in which they were clicked, also twice on one place", () => {
    const sketch = draw("points", [at(9, 9), at(1, 1), at(9, 9)]);
    expect(sketch).toMatchObject({ points: [{ x: 9 }, { x: 1 }, { x: 9 }] });
  });

  it("are not put beyond the most that the customer allows", () => {
    const full = draw("points", [at(1, 1)], 1);
    expect(applyMark(full, at(2, 2), { clicksMax: 1 })).toBe(full);
  });
});

describe("areas", () => {
  const corners = [at(0, 0), at(9, 0), at(9, 9)];

  it("close with three corners, not with two", () => {
    const two = draw("areas", corners.slice(0, 2));
    expect(applyMark(two, close, NO_LIMIT)).toBe(two);
    expect(draw("areas", [...corners, close])).toMatchObject({ areas: [{ length: 3 }], open: [] });
  });

  it("do not take the same corner twice in a row, as a double click would", () => {
    expect(draw("areas", [at(1, 1), at(1, 1)])).toMatchObject({ open: [{ x: 1, y: 1 }] });
  });

  it("open again when the closing is undone", () => {
    expect(draw("areas", [...corners, close, "undo"])).toMatchObject({ areas: [], open: { length: 3 } });
  });
});

describe("boxes", () => {
  it("stand between two corners, whichever comes first", () => {
    const box = { xMin: 2, xMax: 8, yMin: 1, yMax: 5 };
    expect(draw("boxes", [at(8, 1), at(2, 5)])).toEqual({ shape: "boxes", boxes: [box], corner: null });
  });

  it("are never flat", () => {
    expect(draw("boxes", [at(2, 1), at(8, 1)])).toEqual({
      shape: "boxes",
      boxes: [],
      corner: { x: 2, y: 1 },
    });
  });

  it("give back a corner that waits before a box that stands", () => {
    const marks = [at(0, 0), at(2, 2), at(5, 5), "undo"] as const;
    expect(draw("boxes", marks)).toMatchObject({ boxes: [{ xMax: 2 }], corner: null });
    expect(draw("boxes", [...marks, "undo"])).toMatchObject({ boxes: [], corner: null });
  });
});

describe("turned pictures", () => {
  const turn = (turns: number): Mark => ({ mark: "turn", turns });
  const picture = (at: number): Mark => ({ mark: "picture", at });

  it("are turned one after the other", () => {
    const sketch = draw("angles", [turn(1), picture(1), turn(-3)], undefined, 2);
    expect(sketchSolution(sketch, 40)).toEqual({ shape: "angles", angles: [40, -120] });
  });

  it("go back upright, then to the picture before", () => {
    const marks = [turn(1), picture(1), turn(2), "undo"] as const;
    expect(draw("angles", marks, undefined, 2)).toMatchObject({ turns: [1, 0], at: 1 });
    expect(draw("angles", [...marks, "undo"], undefined, 2)).toMatchObject({ turns: [1, 0], at: 0 });
  });
});

const place = fc.integer({ min: 0, max: 999 });
const markArbitrary: fc.Arbitrary<Mark> = fc.oneof(
  fc.record({ mark: fc.constant("cell" as const), cell: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ mark: fc.constant("place" as const), point: fc.record({ x: place, y: place }) }),
  fc.constant(close),
  fc.record({ mark: fc.constant("turn" as const), turns: fc.integer({ min: -4, max: 4 }) }),
  fc.record({ mark: fc.constant("picture" as const), at: fc.integer({ min: 0, max: 2 }) }),
);
const shapeArbitrary = fc.constantFrom<SketchShape>("cells", "points", "areas", "boxes", "angles");
const marksArbitrary = fc.array(fc.oneof(markArbitrary, fc.constant("undo" as const)), { maxLength: 60 });

it("whatever is marked, what can be sent is a solution", () => {
  fc.assert(
    fc.property(shapeArbitrary, marksArbitrary, (shape, marks) => {
      const solution = sketchSolution(draw(shape, marks, undefined, 3), 40);
      if (solution !== null) expect(solutionSchema.parse(solution)).toEqual(solution);
    }),
  );
});

it("a sketch comes back from its text as it was", () => {
  fc.assert(
    fc.property(shapeArbitrary, marksArbitrary, (shape, marks) => {
      const sketch = draw(shape, marks, undefined, 3);
      expect(readSketch(writeSketch(sketch), shape, 3)).toEqual(sketch);
    }),
  );
});

it("a solution that comes back leads to a sketch that sends the same", () => {
  fc.assert(
    fc.property(shapeArbitrary, marksArbitrary, (shape, marks) => {
      const solution = sketchSolution(draw(shape, marks, undefined, 3), 40);
      if (solution === null) return;
      expect(sketchSolution(sketchOfSolution(solution, shape, 3, 40), 40)).toEqual(solution);
    }),
  );
});

it.each(["", "typed", "{}", '{"shape":"cells","cells":[0]}', '{"shape":"points","points":[]}'])(
  "the text %j is no sketch of cells, so nothing is marked",
  (text) => {
    expect(readSketch(text, "cells", 1)).toEqual({ shape: "cells", cells: [] });
  },
);
