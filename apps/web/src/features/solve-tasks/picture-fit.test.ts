import { expect, it } from "vitest";
import { fitPicture } from "./picture-fit";

const box = { widthPx: 700, heightPx: 300 };

it.each([
  [
    "grows a small picture by a whole factor",
    160,
    60,
    1,
    { widthPx: 640, heightPx: 240, rendering: "pixelated" },
  ],
  ["grows at most four times", 20, 20, 1, { widthPx: 80, heightPx: 80, rendering: "pixelated" }],
  [
    "leaves a picture that fits once as it is",
    600,
    200,
    1,
    { widthPx: 600, heightPx: 200, rendering: "auto" },
  ],
  ["shrinks a large one smoothly", 1000, 1000, 1, { widthPx: 300, heightPx: 300, rendering: "auto" }],
  ["enlarges from the fitted size", 600, 200, 2, { widthPx: 1200, heightPx: 400, rendering: "pixelated" }],
  [
    "smooths a broken factor when enlarged",
    1000,
    1000,
    2,
    { widthPx: 600, heightPx: 600, rendering: "auto" },
  ],
] as const)("%s", (_name, widthPx, heightPx, zoom, fit) => {
  expect(fitPicture({ widthPx, heightPx }, box, zoom)).toEqual(fit);
});
