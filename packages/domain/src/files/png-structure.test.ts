import { describe, expect, test } from "vitest";
import {
  assemblePng,
  deflatePixels,
  encodePng,
  encodePngChunk,
  type PngPart,
  pngHeader,
} from "./fixtures/encode-png";
import { noise } from "./fixtures/noise";
import { inspectImage } from "./inspect-image";

const header: PngPart = ["IHDR", pngHeader({})];
const indexedHeader: PngPart = ["IHDR", pngHeader({ depth: 2, colourType: 3 })];
const palette: PngPart = ["PLTE", Buffer.alloc(12)];
const pixels: PngPart = ["IDAT", deflatePixels(40, 20)];
const end: PngPart = ["IEND", new Uint8Array()];
const filler: PngPart = ["prVt", new Uint8Array(100)];
const none: PngPart = ["IDAT", new Uint8Array()];

function causeOf(bytes: Uint8Array): string {
  const inspection = inspectImage(bytes);
  if (inspection.ok) return "accepted";
  expect(inspection.code).toBe("ERROR_IMAGE_TYPE_NOT_SUPPORTED");
  return inspection.cause;
}

describe("a PNG is accepted", () => {
  test.each<[string, PngPart[]]>([
    ["with pixels in several neighbouring chunks", [header, filler, pixels, none, pixels, end]],
    ["with a palette when it is indexed", [indexedHeader, palette, filler, pixels, end]],
    ["with a suggested palette when it is not", [header, palette, filler, pixels, end]],
    ["with unknown ancillary chunks", [header, ["vpAg", new Uint8Array(9)], pixels, filler, end]],
    ["when interlaced", [["IHDR", pngHeader({ tail: [0, 0, 1] })], filler, pixels, end]],
    [
      "in 16 bits of grey with alpha",
      [["IHDR", pngHeader({ depth: 16, colourType: 4 })], filler, pixels, end],
    ],
  ])("%s", (_name, parts) => {
    expect(causeOf(assemblePng(parts))).toBe("accepted");
  });

  test("with bytes after its end, which decoders never read", () => {
    expect(causeOf(Buffer.concat([assemblePng([header, filler, pixels, end]), Buffer.from("\r\n")]))).toBe(
      "accepted",
    );
  });
});

describe("a PNG is refused", () => {
  test.each<[string, PngPart[]]>([
    ["no readable size", [filler, header, pixels, end]],
    ["second IHDR", [header, header, filler, pixels, end]],
    ["bit depth 4 with colour type 2", [["IHDR", pngHeader({ depth: 4 })], filler, pixels, end]],
    ["bit depth 8 with colour type 5", [["IHDR", pngHeader({ colourType: 5 })], filler, pixels, end]],
    ["unknown compression method", [["IHDR", pngHeader({ tail: [1, 0, 0] })], filler, pixels, end]],
    ["unknown filter method", [["IHDR", pngHeader({ tail: [0, 1, 0] })], filler, pixels, end]],
    ["unknown interlace method", [["IHDR", pngHeader({ tail: [0, 0, 2] })], filler, pixels, end]],
    ["no PLTE before IDAT", [indexedHeader, filler, pixels, end]],
    ["PLTE after IDAT", [header, filler, pixels, palette, end]],
    ["second PLTE", [header, palette, palette, filler, pixels, end]],
    ["PLTE of 5 entries", [indexedHeader, ["PLTE", Buffer.alloc(15)], filler, pixels, end]],
    ["PLTE of 0 entries", [header, ["PLTE", Buffer.alloc(0)], filler, pixels, end]],
    ["IDAT chunks are not contiguous", [header, pixels, filler, pixels, end]],
    ["no IDAT data", [header, filler, end]],
    ["no IDAT data", [header, filler, none, end]],
    ["IEND is not empty", [header, filler, pixels, ["IEND", Buffer.from([1])]]],
    ["unknown critical chunk", [header, filler, ["ABCD", new Uint8Array()], pixels, end]],
    ["chunk type is not four letters", [header, filler, ["ab1d", new Uint8Array()], pixels, end]],
    ["no whole chunk", [header, filler, pixels]],
  ])("for: %s", (cause, parts) => {
    expect(causeOf(assemblePng(parts))).toContain(cause);
  });

  test("for a wrong checksum, also of a chunk nobody needs", () => {
    const broken = encodePngChunk("tEXt", Buffer.from("Comment\0hello"));
    broken[broken.length - 1] = (broken[broken.length - 1] ?? 0) ^ 1;
    const whole = assemblePng([header, filler, pixels, end]);
    expect(causeOf(Buffer.concat([whole.subarray(0, 33), broken, whole.subarray(33)]))).toContain(
      "wrong checksum",
    );
  });

  test("for a chunk that claims more bytes than there are", () => {
    const png = encodePng({ noise: noise(300) });
    png.writeUInt32BE(0xffff_ffff, 33);
    expect(causeOf(png)).toContain("no whole chunk");
  });

  test("for thousands of empty chunks", () => {
    const flood = Array.from({ length: 5000 }, (): PngPart => ["prVt", new Uint8Array()]);
    expect(causeOf(assemblePng([header, ...flood, pixels, end]))).toContain("more than 4096 chunks");
  });
});
