import { describe, expect, test } from "vitest";
import {
  assembleJpeg,
  frameHeader,
  huffmanTable,
  jpegSegment,
  quantisationTable,
  restartInterval,
  scan,
} from "./fixtures/assemble-jpeg";
import { readFixture } from "./fixtures/read-fixture";
import { inspectImage } from "./inspect-image";

const tables = [quantisationTable(), huffmanTable(0), huffmanTable(1)];
const filler = jpegSegment(0xfe, Buffer.alloc(100));
const progressiveFrame = frameHeader({ marker: 0xc2 });
const dcScan = scan({ band: [0, 0, 0] });
const acScan = scan({ band: [1, 63, 0] });

function codeAndCause(bytes: Uint8Array): string {
  const inspection = inspectImage(bytes);
  return inspection.ok ? "accepted" : `${inspection.code} ${inspection.cause}`;
}

describe("a JPEG is accepted", () => {
  test.each<[string, Uint8Array[]]>([
    ["with one scan", [...tables, filler, frameHeader(), scan()]],
    ["with fill bytes before markers", [...tables, filler, Buffer.from([0xff, 0xff]), frameHeader(), scan()]],
    ["with one scan a component", [...tables, frameHeader({ components: 3 }), scan(), scan({ ids: [2, 3] })]],
    ["when progressive, with a comment between scans", [...tables, progressiveFrame, dcScan, filler, acScan]],
    [
      "with restarts in order",
      [
        ...tables,
        filler,
        restartInterval(1),
        frameHeader(),
        scan({ data: [1, 0xff, 0xd0, 2, 0xff, 0xd1, 3] }),
      ],
    ],
  ])("%s", (_name, parts) => {
    expect(codeAndCause(assembleJpeg(parts))).toBe("accepted");
  });

  test("with bytes after its end, as cameras leave them", () => {
    const garbage = Buffer.concat([Buffer.alloc(30), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff])]);
    expect(codeAndCause(Buffer.concat([readFixture("baseline.jpg"), garbage]))).toBe("accepted");
  });
});

describe("a JPEG is refused", () => {
  const [quantisation, dc, ac] = [quantisationTable(), huffmanTable(0), huffmanTable(1)];
  test.each<[string, Uint8Array[]]>([
    ["no readable size", [...tables, filler, scan()]],
    ["no readable size", [...tables, filler]],
    ["second frame", [...tables, filler, frameHeader(), frameHeader(), scan()]],
    ["coding process c3", [...tables, filler, frameHeader({ marker: 0xc3 }), scan()]],
    ["coding process c9", [...tables, filler, frameHeader({ marker: 0xc9 }), scan()]],
    ["samples are not 8 bits", [...tables, filler, frameHeader({ precision: 12 }), scan()]],
    ["2 components", [...tables, filler, frameHeader({ components: 2 }), scan({ ids: [1, 2] })]],
    ["impossible sampling factor", [...tables, filler, frameHeader({ sampling: 0x05 }), scan()]],
    ["a component has no scan", [...tables, filler, frameHeader({ components: 3 }), scan({ ids: [1, 2] })]],
    ["scan of an unknown component", [...tables, filler, frameHeader(), scan({ ids: [7] })]],
    ["scan of wrong length", [...tables, filler, frameHeader(), scan({ ids: [] })]],
    ["no quantisation table", [dc, ac, filler, frameHeader(), scan()]],
    ["no DC Huffman table", [quantisation, ac, filler, frameHeader(), scan()]],
    ["no AC Huffman table", [quantisation, dc, filler, frameHeader(), scan()]],
    ["cut quantisation table", [jpegSegment(0xdb, Buffer.alloc(64)), dc, ac, filler, frameHeader(), scan()]],
    ["cut Huffman table", [jpegSegment(0xc4, Buffer.alloc(16)), filler, frameHeader(), scan()]],
    [
      "impossible Huffman table",
      [jpegSegment(0xc4, Buffer.alloc(60, 3).fill(0, 0, 1)), filler, frameHeader(), scan()],
    ],
    ["impossible progressive scan", [...tables, filler, progressiveFrame, scan()]],
    ["scan without data", [...tables, filler, frameHeader(), scan({ data: [] })]],
    [
      "restart marker without an interval",
      [...tables, filler, frameHeader(), scan({ data: [1, 0xff, 0xd0, 2] })],
    ],
    [
      "restart markers out of order",
      [...tables, filler, restartInterval(1), frameHeader(), scan({ data: [1, 0xff, 0xd1, 2] })],
    ],
    ["restart interval of wrong length", [jpegSegment(0xdd, Buffer.alloc(3)), filler, frameHeader(), scan()]],
    ["unexpected marker d8", [Buffer.from([0xff, 0xd8]), ...tables, filler, frameHeader(), scan()]],
    ["unexpected marker f0", [jpegSegment(0xf0, Buffer.alloc(3)), filler, frameHeader(), scan()]],
    ["more than 100 scans", [...tables, progressiveFrame, ...Array.from({ length: 101 }, () => dcScan)]],
    [
      "more than 4096 segments",
      [...tables, frameHeader(), ...Array.from({ length: 5000 }, () => restartInterval(1))],
    ],
  ])("for: %s", (cause, parts) => {
    expect(codeAndCause(assembleJpeg(parts))).toMatch(/^ERROR_IMAGE_TYPE_NOT_SUPPORTED /);
    expect(codeAndCause(assembleJpeg(parts))).toContain(cause);
  });

  test.each([
    ["its end is missing", []],
    ["it ends in half a marker", [0xff]],
    ["its last segment is cut", [0xff, 0xfe, 0, 9]],
  ])("when %s", (_name, tail) => {
    const cut = assembleJpeg([...tables, filler, frameHeader(), scan()], tail);
    expect(codeAndCause(cut)).toContain("no whole segment");
  });

  test.each([
    [1000, 1000, "accepted"],
    [1001, 1000, "ERROR_TOO_BIG_CAPTCHA_FILESIZE"],
    [65_535, 65_535, "ERROR_TOO_BIG_CAPTCHA_FILESIZE"],
    [10, 0, "ERROR_IMAGE_TYPE_NOT_SUPPORTED"],
  ])("or accepted by its sides of %i x %i px: %s", (widthPx, heightPx, code) => {
    const jpeg = assembleJpeg([...tables, filler, frameHeader({ widthPx, heightPx }), scan()]);
    expect(codeAndCause(jpeg).split(" ")[0]).toBe(code);
  });
});
