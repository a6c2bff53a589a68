import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readExifOrientation, writeExifOrientation } from "./exif-orientation";
import {
  assembleJpeg,
  frameHeader,
  huffmanTable,
  jpegSegment,
  quantisationTable,
  scan,
} from "./fixtures/assemble-jpeg";
import { encodeGif, gifComment, gifControl, gifExtension, gifFrame, gifLoop } from "./fixtures/encode-gif";
import { encodePng, encodePngChunk, type PngPart } from "./fixtures/encode-png";
import { noise } from "./fixtures/noise";
import { readFixture } from "./fixtures/read-fixture";
import { captchaImageLimits } from "./image-inspection";
import { inspectImage } from "./inspect-image";
import { stripMetadata } from "./strip-metadata";

function strip(bytes: Buffer): Buffer {
  const inspection = inspectImage(bytes, { ...captchaImageLimits, bytesMin: 1 });
  if (!inspection.ok) throw new Error(inspection.cause);
  return stripMetadata(bytes, inspection);
}

const pixels = noise(600);
const turned = Buffer.concat([Buffer.from("Exif\0\0"), writeExifOrientation(6)]);

describe("any picture", () => {
  const pictures = {
    "plain PNG": encodePng({ noise: pixels }),
    "PNG with text": encodePng({ noise: pixels, beforePixels: [["tEXt", Buffer.from("Author\0Jane Roe")]] }),
    "located PNG": readFixture("located-turned.png"),
    "plain JPEG": readFixture("baseline.jpg"),
    "progressive JPEG": readFixture("progressive.jpg"),
    "CMYK JPEG": readFixture("cmyk-adobe.jpg"),
    "located JPEG": readFixture("located-turned.jpg"),
    "plain GIF": encodeGif(),
    "animated GIF": readFixture("animated.gif"),
  };

  test.each(Object.entries(pictures))("%s keeps its format and sizes", (_name, picture) => {
    expect(inspectImage(strip(picture))).toEqual(inspectImage(picture));
  });

  test.each(Object.entries(pictures))(
    "%s comes back as the same object the second time",
    (_name, picture) => {
      const once = strip(picture);
      expect(strip(once)).toBe(once);
    },
  );

  test.each(Object.entries(pictures))("%s loses what was appended after its end", (_name, picture) => {
    expect(strip(Buffer.concat([picture, Buffer.from("appended secret")]))).toEqual(strip(picture));
  });

  it("is never written to", () => {
    for (const picture of Object.values(pictures)) {
      const before = Buffer.from(picture);
      strip(picture);
      expect(picture).toEqual(before);
    }
  });

  it("keeps its sizes and settles after one pass, however it was edited", () => {
    const edit = fc.record({
      picture: fc.constantFrom(...Object.values(pictures)),
      at: fc.nat(1500),
      remove: fc.nat(3),
      insert: fc.uint8Array({ maxLength: 8 }),
    });
    fc.assert(
      fc.property(edit, ({ picture, at, remove, insert }) => {
        const edited = Buffer.concat([picture.subarray(0, at), insert, picture.subarray(at + remove)]);
        const inspection = inspectImage(edited);
        if (!inspection.ok) return;
        const once = stripMetadata(edited, inspection);
        expect(inspectImage(once, { ...captchaImageLimits, bytesMin: 1 })).toEqual(inspection);
        expect(stripMetadata(once, inspection)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("a PNG", () => {
  test.each<[string, number]>([
    ["tRNS", 6],
    ["gAMA", 4],
    ["cHRM", 32],
    ["sRGB", 1],
    ["cICP", 4],
    ["acTL", 8],
  ])("keeps %s, which changes how it looks", (type, length) => {
    const picture = encodePng({ noise: pixels, beforePixels: [[type, new Uint8Array(length)]] });
    expect(strip(picture)).toBe(picture);
  });

  test.each(["tEXt", "zTXt", "iTXt", "tIME", "iCCP", "pHYs", "bKGD", "prVt"])("loses %s", (type) => {
    const part: PngPart = [type, Buffer.from("some secret")];
    const picture = encodePng({ noise: pixels, beforePixels: [part], afterPixels: [part] });
    expect(strip(picture)).toEqual(encodePng({ noise: pixels }));
  });

  it("loses a kept chunk that is longer than its kind can be", () => {
    expect(strip(encodePng({ noise: pixels, beforePixels: [["gAMA", Buffer.from("secret")]] }))).toEqual(
      encodePng({ noise: pixels }),
    );
  });

  it("keeps the orientation of its EXIF and nothing else of it", () => {
    const stripped = strip(readFixture("located-turned.png"));
    expect(stripped.includes(encodePngChunk("eXIf", writeExifOrientation(8)))).toBe(true);
    expect(stripped.includes("Acme")).toBe(false);
  });

  it("loses an EXIF that says it stands upright", () => {
    const picture = encodePng({ noise: pixels, beforePixels: [["eXIf", writeExifOrientation(1)]] });
    expect(strip(picture)).toEqual(encodePng({ noise: pixels }));
  });
});

describe("a JPEG", () => {
  const tables = [quantisationTable(), huffmanTable(0), huffmanTable(1)];
  const body = [...tables, frameHeader(), scan({ data: Array.from({ length: 100 }, () => 7) })];
  const jfif = jpegSegment(0xe0, Buffer.from("JFIF\0\x01\x02\0\0\x01\0\x01\0\0", "latin1"));
  const adobe = jpegSegment(0xee, Buffer.from("Adobe\0d\0\0\0\0\0", "latin1"));

  it("keeps JFIF, Adobe and a lone orientation, so the same object comes back", () => {
    const picture = assembleJpeg([jfif, adobe, jpegSegment(0xe1, turned), ...body]);
    expect(strip(picture)).toBe(picture);
  });

  it("loses comments and all other application segments, also between scans", () => {
    const secrets = [0xe1, 0xe2, 0xec, 0xed, 0xef, 0xfe].map((marker) =>
      jpegSegment(marker, Buffer.from("secret")),
    );
    const frame = frameHeader({ marker: 0xc2 });
    const first = scan({ band: [0, 0, 0] });
    const second = scan({ band: [1, 63, 0] });
    const picture = assembleJpeg([jfif, ...secrets, ...tables, frame, first, ...secrets, second]);
    expect(strip(picture)).toEqual(assembleJpeg([jfif, ...tables, frame, first, second]));
  });

  it("loses the thumbnail inside JFIF", () => {
    const head = Buffer.from("JFIF\0\x01\x02\0\0\x01\0\x01\x02\x01", "latin1");
    const picture = assembleJpeg([jpegSegment(0xe0, Buffer.concat([head, Buffer.from("pixels")])), ...body]);
    expect(strip(picture)).toEqual(assembleJpeg([jfif, ...body]));
  });

  it("keeps the orientation of its EXIF but no place, device or author", () => {
    const picture = readFixture("located-turned.jpg");
    const stripped = strip(picture);
    expect(stripped.includes(turned)).toBe(true);
    for (const secret of ["Acme", "Phone 9", "Jane Roe"]) {
      expect(picture.includes(secret)).toBe(true);
      expect(stripped.includes(secret)).toBe(false);
    }
  });

  it("loses its GPS coordinates", () => {
    const latitude = Buffer.alloc(8);
    latitude.writeUInt32LE(52, 0);
    latitude.writeUInt32LE(1, 4);
    const picture = readFixture("located-turned.jpg");
    expect(picture.includes(latitude)).toBe(true);
    expect(strip(picture).includes(latitude)).toBe(false);
  });

  it("loses a second EXIF", () => {
    const [first, second] = [turned, Buffer.concat([turned.subarray(0, 6), writeExifOrientation(3)])];
    const picture = assembleJpeg([jpegSegment(0xe1, first), jpegSegment(0xe1, second), ...body]);
    expect(strip(picture)).toEqual(assembleJpeg([jpegSegment(0xe1, first), ...body]));
  });
});

describe("a GIF", () => {
  const text = gifExtension(0x01, Buffer.alloc(12), Buffer.from("secret"));

  it("keeps its loop, frames and their controls, so the same object comes back", () => {
    const picture = encodeGif({ blocks: [gifLoop(3), gifControl(), gifFrame(), gifControl(), gifFrame()] });
    expect(strip(picture)).toBe(picture);
  });

  it("loses comments, texts with their controls, and other application blocks", () => {
    const application = gifExtension(0xff, Buffer.from("XMP DataXMP"), Buffer.from("secret"));
    const blocks = [
      gifComment("secret"),
      application,
      gifControl(),
      text,
      gifControl(),
      gifFrame(),
      gifControl(),
    ];
    expect(strip(encodeGif({ blocks }))).toEqual(encodeGif({ blocks: [gifControl(), gifFrame()] }));
  });

  it("loses what else hides in the block of its loop", () => {
    const loop = gifExtension(
      0xff,
      Buffer.from("NETSCAPE2.0"),
      Buffer.from([1, 3, 0]),
      Buffer.from("secret"),
    );
    expect(strip(encodeGif({ blocks: [loop, gifFrame()] }))).toEqual(
      encodeGif({ blocks: [gifLoop(3), gifFrame()] }),
    );
  });
});

describe("the orientation of an EXIF", () => {
  it("is read in both byte orders", () => {
    const little = Buffer.from("49492a00080000000100120103000100000003000000000000000000", "hex");
    expect(readExifOrientation(little)).toBe(3);
    expect(readExifOrientation(writeExifOrientation(8))).toBe(8);
  });

  it("is 1 for whatever cannot be read, and reading never throws", () => {
    const head = fc.constantFrom(Buffer.alloc(0), Buffer.from("II*\0"), writeExifOrientation(9));
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 60 }), (start, rest) => {
        expect(readExifOrientation(Buffer.concat([start, rest]))).toBe(1);
      }),
    );
  });
});
