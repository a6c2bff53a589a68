import { expect, test } from "vitest";
import { displayedSides } from "./displayed-sides";
import { writeExifOrientation } from "./exif-orientation";
import { encodeGif } from "./fixtures/encode-gif";
import { encodePng } from "./fixtures/encode-png";
import { noise } from "./fixtures/noise";
import { readFixture } from "./fixtures/read-fixture";
import { inspectImage } from "./inspect-image";
import { stripMetadata } from "./strip-metadata";

function sidesOf(bytes: Buffer): string {
  const inspection = inspectImage(bytes);
  if (!inspection.ok) throw new Error(inspection.cause);
  const { widthPx, heightPx } = displayedSides(bytes, inspection);
  const stripped = displayedSides(stripMetadata(bytes, inspection), inspection);
  expect(stripped).toEqual({ widthPx, heightPx });
  return `${widthPx} x ${heightPx}`;
}

function turnedJpeg(orientation: number): Buffer {
  const exif = Buffer.concat([Buffer.from("Exif\0\0"), writeExifOrientation(orientation)]);
  const jpeg = readFixture("baseline.jpg");
  const head = Buffer.from([0xff, 0xe1, 0, 2 + exif.length]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

test.each([
  [1, "60 x 24"],
  [2, "60 x 24"],
  [3, "60 x 24"],
  [4, "60 x 24"],
  [5, "24 x 60"],
  [6, "24 x 60"],
  [7, "24 x 60"],
  [8, "24 x 60"],
])(
  "a JPEG of orientation %i is displayed with %s pixels, before and after stripping",
  (orientation, sides) => {
    expect(sidesOf(turnedJpeg(orientation))).toBe(sides);
  },
);

test("a photograph with a whole EXIF, JPEG or PNG, is displayed as it turns them", () => {
  expect(sidesOf(readFixture("located-turned.jpg"))).toBe("24 x 60");
  expect(sidesOf(readFixture("located-turned.png"))).toBe("24 x 60");
});

test("pictures that say nothing of it are displayed as they are", () => {
  expect(sidesOf(readFixture("progressive.jpg"))).toBe("60 x 24");
  expect(sidesOf(encodePng({ widthPx: 40, heightPx: 20, noise: noise(900) }))).toBe("40 x 20");
  expect(sidesOf(encodeGif())).toBe("40 x 20");
});
